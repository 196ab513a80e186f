import { describe, expect, it } from "vitest";
import { sentencesIn } from "../../src/cli/sentence.ts";
import { EvidenceError } from "../../src/evidence/evidence-error.ts";
import { errorText, faultText } from "../../src/evidence/fault-text.ts";
import { placeText } from "../../src/evidence/place-text.ts";
import type { Sentence } from "../../src/evidence/sentence.ts";
import { STEERING } from "./hostile.ts";

const sentence: Sentence = (key, substitutions = []) => `${key}(${substitutions.join("|")})`;

describe("what is wrong with evidence", () => {
  it("is said in the reader's language, with the words of the file as they are", () => {
    const error = new EvidenceError("archive, byte 7", "unknown-file", "run.sh");
    expect(errorText(error, sentencesIn("en"))).toBe(
      "the archive, byte 7: there is a file “run.sh”, which does not belong in it",
    );
    expect(errorText(error, sentencesIn("ru"))).toBe("архив, байт 7: есть файл «run.sh», которого там быть не должно");
    expect(errorText(error, sentencesIn("kk"))).toBe("мұрағат, байт 7: онда болмауы тиіс «run.sh» файлы бар");
  });

  it("is said with verdicts as the reader knows them", () => {
    expect(faultText(["claims-verdict", "intercepted"], sentence)).toBe("fault_claims-verdict(verdict_intercepted())");
    expect(faultText(["nothing-seen-verdict", "listed"], sentence)).toBe(
      "fault_nothing-seen-verdict(verdict_listed())",
    );
    expect(faultText(["reasons-call-for", "listed", "suspected"], sentence)).toBe(
      "fault_reasons-call-for(verdict_listed()|verdict_suspected())",
    );
    // A word that no verdict has is the file's own.
    expect(faultText(["no-verdict", "harmless"], sentence)).toBe("fault_no-verdict(harmless)");
  });

  it("steers nothing", () => {
    const text = errorText(new EvidenceError("a\u202eb", "unknown-file", "c\u0007d"), sentence);
    expect(text).toMatch(/^a.+b: fault_unknown-file\(c.+d\)$/);
    expect(text).not.toMatch(STEERING);
  });
});

it.each([
  ["certificate 2, byte 117, line 40", "file_place_certificate(2), file_place_byte(117), file_place_line(40)"],
  ["records.jsonl, line 3", "records.jsonl, file_place_line(3)"],
  ["certificate 0af9", "file_place_certificate(0af9)"],
  ["archive", "file_place_archive()"],
  ["seal", "file_place_seal()"],
  ["newsroom-key", "file_place_newsroom-key()"],
  ["archive 2.zip", "archive 2.zip"],
  ["my line 3", "my line 3"],
])("a place is said in words, and the name of a file stays: %s", (at, text) => {
  expect(placeText(at, sentence)).toBe(text);
});
