import { once } from "node:events";
import type { AddressInfo, Server, Socket } from "node:net";

/** A server of the lab that accepts connections on loopback. */
export interface Listener {
  readonly port: number;
  /** Destroys every open connection; new ones are still accepted. */
  closeConnections(): void;
  close(): Promise<void>;
}

/** Lets `server` listen on 127.0.0.1 at a free port. Rejects when it cannot. */
export async function listen(server: Server): Promise<Listener> {
  const connections = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const closeConnections = () => {
    for (const socket of connections) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    closeConnections,
    async close() {
      const closed = once(server, "close");
      server.close();
      closeConnections();
      await closed;
    },
  };
}
