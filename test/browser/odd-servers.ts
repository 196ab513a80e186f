import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** A server on this machine that never shows a certificate. */
export interface OddServer {
  readonly port: number;
  close(): void;
}

/** Takes connections and says nothing. */
export const startSilentServer = () => start(() => undefined);

/** Cuts every connection off as soon as the client has said something. */
export const startCuttingServer = () => start((socket) => socket.once("data", () => socket.resetAndDestroy()));

async function start(meet: (socket: Socket) => void): Promise<OddServer> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.once("close", () => sockets.delete(socket));
    meet(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
