import type { Random } from "./random.ts";
import { fromTree, type Node, toTree } from "./tree.ts";

/** Bytes that mean something in DER: lengths at their limits, and tags. */
const TELLING = [0, 1, 2, 3, 5, 6, 0x0c, 0x1f, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa3, 0xff];

/**
 * The bytes after one to four changes. Half of the inputs are changed as bytes, so that lengths no longer fit; the other half as trees
 * of elements with right lengths, so that what is deep inside is reached.
 */
export function mutate(der: Uint8Array, random: Random, corpus: readonly Uint8Array[]): Uint8Array {
  const changes = 1 + random.below(4);
  const tree = random.below(2) === 0 ? toTree(der) : null;
  if (!tree) return mutateBytes(der, random, changes);
  for (let change = 0; change < changes; change++) mutateTree(tree, random, corpus);
  return fromTree(tree);
}

function mutateBytes(der: Uint8Array, random: Random, changes: number): Uint8Array {
  let bytes = der;
  for (let change = 0; change < changes && bytes.length > 0; change++) {
    const at = random.below(bytes.length);
    switch (random.below(5)) {
      case 0:
        bytes = spliced(bytes, at, 1, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
        break;
      case 1:
        bytes = spliced(bytes, at, 1, Uint8Array.of(random.pick(TELLING)));
        break;
      case 2:
        bytes = spliced(bytes, at, random.below(16), new Uint8Array(0));
        break;
      case 3:
        bytes = spliced(bytes, random.below(bytes.length), 0, bytes.slice(at, at + random.below(64)));
        break;
      default:
        bytes = bytes.slice(0, at);
    }
  }
  return bytes;
}

function mutateTree(tree: Node[], random: Random, corpus: readonly Uint8Array[]): void {
  const { siblings, index } = placeIn(tree, random);
  const node = siblings[index];
  if (!node) return;
  switch (random.below(6)) {
    case 0:
      node.tag = random.pick(TELLING);
      break;
    case 1:
      siblings.splice(index, 1);
      break;
    case 2:
      siblings.splice(random.below(siblings.length + 1), 0, structuredClone(node));
      break;
    case 3: {
      const other = toTree(random.pick(corpus)) ?? [];
      const from = placeIn(other, random);
      const replacement = from.siblings[from.index];
      if (replacement) siblings[index] = replacement;
      break;
    }
    case 4:
      node.contents = Uint8Array.from({ length: random.below(40) }, () => random.below(256));
      break;
    default:
      if (node.contents instanceof Uint8Array) node.contents = mutateBytes(node.contents, random, 1);
  }
}

/** Some place in a tree, found by walking down at random. */
function placeIn(tree: Node[], random: Random): { siblings: Node[]; index: number } {
  let siblings = tree;
  let index = random.below(Math.max(siblings.length, 1));
  for (let depth = random.below(8); depth > 0; depth--) {
    const contents = siblings[index]?.contents;
    if (!Array.isArray(contents) || contents.length === 0) break;
    siblings = contents;
    index = random.below(siblings.length);
  }
  return { siblings, index };
}

function spliced(bytes: Uint8Array, at: number, drop: number, insert: Uint8Array): Uint8Array {
  const all = new Uint8Array(bytes.length + insert.length - Math.min(drop, bytes.length - at));
  all.set(bytes.subarray(0, at));
  all.set(insert, at);
  all.set(bytes.subarray(at + drop), at + insert.length);
  return all;
}
