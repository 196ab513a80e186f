import { describe, expect, it } from "vitest";
import { csvCell } from "../../../src/evidence/exports/csv-cell.ts";

describe("a cell of CSV", () => {
  it.each(["", "1", "host.example", "2001:db8::1", "2026-11-22T03:17:07.123Z", "a=b", "one - two", "a+b@c", "имя"])(
    "is %s as it is",
    (text) => {
      expect(csvCell(text)).toBe(`"${text}"`);
    },
  );

  it.each([..."=+-@\uff1d\uff0b\uff0d\uff20"])(
    "is no formula that begins with %s, wherever a cell may begin",
    (sign) => {
      expect(csvCell(`${sign}1`)).toBe(`"'${sign}1"`);
      expect(csvCell(` ${sign}1`)).toBe(`" '${sign}1"`);
      for (const end of [",", ";", "|", "'"]) {
        expect(csvCell(`a${end}${sign}1`)).toBe(`"a${end}'${sign}1"`);
        expect(csvCell(`a${end} '${sign}1${end}${sign}2`)).toBe(`"a${end} ''${sign}1${end}'${sign}2"`);
      }
      expect(csvCell(`a"${sign}1`)).toBe(`"a""'${sign}1"`);
      expect(csvCell(`"" ${sign}1`)).toBe(`""""" '${sign}1"`);
    },
  );

  it("ends nowhere but at its end", () => {
    expect(csvCell('a"b"')).toBe('"a""b"""');
    expect(csvCell('a"')).toBe('"a"""');
    expect(csvCell("a\r\nb\tc")).toBe('"a\\u000d\\u000ab\\u0009c"');
  });

  it("is as long as anything in a record, and no longer", () => {
    expect(csvCell("x".repeat(2000))).toBe(`"${"x".repeat(2000)}"`);
    expect(csvCell("x".repeat(2001))).toBe(`"${"x".repeat(2000)}…"`);
  });
});
