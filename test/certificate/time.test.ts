import { describe, expect, it } from "vitest";
import { CertificateError } from "../../src/certificate/errors.ts";
import { parseCertificate } from "../../src/certificate/parse.ts";
import { timeText } from "../../src/certificate/time.ts";
import { element, generalizedTime, sequence, utcTime, written } from "./written.ts";

const END = generalizedTime("99991231235959Z");

const FORM = "is not written as a time";
const DAY = "is a day that does not exist";
const HOUR = "is a time of day that does not exist";
const OFFSET = "has an offset that does not exist";

describe("the start of validity", () => {
  it.each([
    ["the first year of UTCTime", utcTime("500101000000Z"), "1950-01-01T00:00:00Z"],
    ["the last second of a century", utcTime("991231235959Z"), "1999-12-31T23:59:59Z"],
    ["a leap day of a year that 400 divides", utcTime("000229000000Z"), "2000-02-29T00:00:00Z"],
    ["the last year of UTCTime", utcTime("491231235959Z"), "2049-12-31T23:59:59Z"],
    ["the first year beyond it", generalizedTime("20500101000000Z"), "2050-01-01T00:00:00Z"],
    ["the last year before it", generalizedTime("19491231235959Z"), "1949-12-31T23:59:59Z"],
    ["a year of few digits", generalizedTime("00010203040506Z"), "0001-02-03T04:05:06Z"],
    ["the last year that can be written", END, "9999-12-31T23:59:59Z"],
  ])("as usual: %s", (_, time, text) => {
    const { notBefore, irregularities } = parseCertificate(written({ validity: sequence(time, END) }));
    expect(timeText(notBefore)).toBe(text);
    expect(irregularities).toEqual([]);
  });

  it.each([
    ["GeneralizedTime where UTCTime could say it", generalizedTime("20491231235959Z"), "2049-12-31T23:59:59Z"],
    ["the same at the other end", generalizedTime("19500101000000Z"), "1950-01-01T00:00:00Z"],
    ["no seconds", utcTime("2601020304Z"), "2026-01-02T03:04:00Z"],
    ["an offset to the east", utcTime("260101000000+0530"), "2025-12-31T18:30:00Z"],
    ["an offset to the west", utcTime("260101000000-0530"), "2026-01-01T05:30:00Z"],
    ["the widest offset", utcTime("260101000000+2359"), "2025-12-31T00:01:00Z"],
    ["an offset and a long year", generalizedTime("20600101000000+0100"), "2059-12-31T23:00:00Z"],
  ])("read and told as unusual: %s", (_, time, text) => {
    const early = parseCertificate(written({ validity: sequence(time, END) }));
    expect(timeText(early.notBefore)).toBe(text);
    expect(early.irregularities).toEqual(["unusual-time"]);
    const late = parseCertificate(written({ validity: sequence(utcTime("500101000000Z"), time) }));
    expect(timeText(late.notAfter)).toBe(text);
    expect(late.irregularities).toContain("unusual-time");
  });

  it.each([
    ["29 February of an ordinary year", utcTime("230229000000Z"), DAY],
    ["29 February of 2100", generalizedTime("21000229000000Z"), DAY],
    ["30 February of a leap year", utcTime("240230000000Z"), DAY],
    ["31 April", utcTime("260431000000Z"), DAY],
    ["31 April of a leap year", utcTime("240431000000Z"), DAY],
    ["day 0", utcTime("260100000000Z"), DAY],
    ["month 0", utcTime("260001000000Z"), DAY],
    ["month 13", utcTime("261301000000Z"), DAY],
    ["hour 24", utcTime("260101240000Z"), HOUR],
    ["minute 60", utcTime("260101006000Z"), HOUR],
    ["second 60", utcTime("260101000060Z"), HOUR],
    ["an offset of 24 hours", utcTime("260101000000+2400"), OFFSET],
    ["an offset of 60 minutes", utcTime("260101000000+0060"), OFFSET],
    ["no time zone", utcTime("260101000000"), FORM],
    ["fractions of a second", generalizedTime("20600101000000.5Z"), FORM],
    ["a long year in UTCTime", utcTime("20260101000000Z"), FORM],
    ["a short year in GeneralizedTime, which makes month and day others", generalizedTime("260101000000Z"), DAY],
    ["something behind it", utcTime("260101000000Z "), FORM],
    ["something in front of it", utcTime(" 260101000000Z"), FORM],
    ["words", utcTime("yesterday"), FORM],
    ["nothing", utcTime(""), FORM],
  ])("refused: %s", (_, time, why) => {
    const der = written({ validity: sequence(time, END) });
    const byte = Buffer.from(der).indexOf(time);
    expect(() => parseCertificate(der)).toThrow(
      expect.objectContaining({ code: "bad-time", byte, message: `the start of validity ${why}` }),
    );
  });

  it("refused: text of another type", () => {
    const validity = sequence(element(0x13, "260101000000Z"), END);
    expect(() => parseCertificate(written({ validity }))).toThrow(CertificateError);
    expect(() => parseCertificate(written({ validity }))).toThrow(expect.objectContaining({ code: "bad-tag" }));
  });
});

it("an end before the start is told, an end at the start is not", () => {
  const irregularities = (start: string, end: string) =>
    parseCertificate(written({ validity: sequence(utcTime(start), utcTime(end)) })).irregularities;
  expect(irregularities("260101000001Z", "260101000000Z")).toEqual(["reversed-validity"]);
  expect(irregularities("260101000000Z", "260101000000Z")).toEqual([]);
});
