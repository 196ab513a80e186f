import { DerReader } from "../../src/certificate/der.ts";

/** An element of DER, taken apart as far as it can be. */
export interface Node {
  tag: number;
  contents: Node[] | Uint8Array;
}

/** The elements that some bytes consist of; null when they do not consist of elements. */
export function toTree(bytes: Uint8Array, depth = 0): Node[] | null {
  const reader = new DerReader(bytes);
  const nodes: Node[] = [];
  try {
    while (!reader.done) {
      const element = reader.next("an element");
      const contents = reader.contents(element);
      const inside = (element.tag & 0x20) !== 0 || element.tag === 0x04;
      nodes.push({ tag: element.tag, contents: (inside && depth < 12 && toTree(contents, depth + 1)) || contents });
    }
  } catch {
    return null;
  }
  return nodes;
}

/** The bytes of some elements, with right lengths. */
export function fromTree(nodes: readonly Node[]): Uint8Array {
  return concatenated(
    nodes.map(({ tag, contents }) => {
      const bytes = contents instanceof Uint8Array ? contents : fromTree(contents);
      return concatenated([Uint8Array.of(tag, ...lengthOf(bytes.length)), bytes]);
    }),
  );
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
