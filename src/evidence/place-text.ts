import type { Sentence } from "./sentence.ts";

const PLACE = /^(archive|byte|certificate|line|newsroom-key|seal)(?: ([0-9a-f]+))?$/;

/** A place such as "certificate 2, byte 117, line 40", or "records.jsonl, line 3", in the reader's language; names of files stay. */
export function placeText(at: string, sentence: Sentence): string {
  const parts = at.split(", ").map((part) => {
    const [, place, number = ""] = PLACE.exec(part) ?? [];
    return place === undefined ? part : sentence(`file_place_${place}`, [number]);
  });
  return parts.join(", ");
}
