import { createSecureContext, type SecureContext, type TlsOptions } from "node:tls";
import type { TlsCredentials } from "./leaf.ts";

/** Gives a TLS server the credentials for each name a client asks for (SNI), making them once a name; a failure is not kept. */
export function credentialsByServerName(
  make: (serverName: string) => Promise<TlsCredentials>,
): NonNullable<TlsOptions["SNICallback"]> {
  const contexts = new Map<string, Promise<SecureContext>>();
  return (serverName, done) => {
    const context = contexts.get(serverName) ?? make(serverName).then(createSecureContext);
    contexts.set(serverName, context);
    context.then(
      (ready) => done(null, ready),
      (error: Error) => {
        contexts.delete(serverName);
        done(error);
      },
    );
  };
}
