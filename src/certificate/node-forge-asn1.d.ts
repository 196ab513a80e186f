/** The part of node-forge's ASN.1 that is used; its published types lack the deep import and the options. */
declare module "node-forge/lib/asn1" {
  interface Asn1 {
    readonly tagClass: number;
    readonly type: number;
    readonly constructed: boolean;
    readonly value: string | Asn1[];
  }
  const asn1: {
    readonly Class: { readonly CONTEXT_SPECIFIC: number };
    fromDer(bytes: string, options: { strict: boolean; decodeBitStrings: boolean }): Asn1;
    toDer(node: Asn1): { getBytes(): string };
    derToOid(contents: string): string;
  };
  export default asn1;
}
