import { describe, expect, it } from "vitest";
import type { DisclosedRecord } from "../../../src/evidence/disclosed.ts";
import type { Fields } from "../../../src/evidence/field.ts";
import { circumstances } from "../../../src/evidence/report/circumstances.ts";
import { disclosed } from "../disclosed.ts";
import { english, linesOf } from "./content.ts";

const lines = (record: DisclosedRecord) => linesOf(circumstances(record, english));
const SHOWN = { month: "2026-11", day: "2026-11-22", hour: "2026-11-22T03", time: "2026-11-22T03:17:07.123Z" };

describe("the circumstances of a record", () => {
  it("are all that is disclosed of them", () => {
    const note = "n".repeat(1000);
    const shown = {
      ...SHOWN,
      ...{ site: "site.example", host: "host.example", address: "192.0.2.1:443", country: "ZZ" },
      network: { provider: "a provider", line: "home", note },
    };
    expect(lines(disclosed("connection", {}, shown))).toEqual([
      ...["Time: 2026-11-22 03:17:07 UTC", "Page that was open: site.example", "Site: host.example"],
      ...["Address reached: 192.0.2.1:443", "Country: ZZ", "Provider: a provider"],
      ...["Kind of line: home", `Note: ${note}`],
      ...["Connection: The page's own", "Seen by: Firefox, while loading"],
      "What Rootwatch had: The whole chain, root included",
    ]);
  });

  it("are as long as anything in a record, and no longer", () => {
    const note = (length: number) =>
      lines(disclosed("offer", {}, { network: { provider: "", line: "", note: "n".repeat(length) } })).at(-1);
    expect(note(2000)).toBe(`Note: ${"n".repeat(2000)}`);
    expect(note(2001)).toBe(`Note: ${"n".repeat(2000)}…`);
  });

  it("have a time that is as close as it is disclosed", () => {
    const time = (shown: Partial<Fields>) => lines(disclosed("offer", {}, shown))[0];
    const { month, day, hour } = SHOWN;
    expect(time(SHOWN)).toBe("Time: 2026-11-22 03:17:07 UTC");
    expect(time({ month, day, hour })).toBe("Time: 2026-11-22 03:… UTC");
    expect(time({ month, day })).toBe("Time: 2026-11-22");
    expect(time({ month })).toBe("Time: 2026-11");
    expect(time({})).toBe("Time: hidden");
  });

  it("say of a host that it is hidden, which of the hidden ones it is, or that it is not known", () => {
    const host = (record: DisclosedRecord) => lines(record)[1];
    const record = disclosed("connection");
    expect(host(record)).toBe("Site: hidden");
    expect(host({ ...record, hiddenHost: 2 })).toBe("Site: host 2 (hidden)");
    expect(host(disclosed("connection", {}, { host: null }))).toBe("Site: not known");
  });

  it("have of what is counted how often and lastly when, and no host", () => {
    const shown = { day: "2026-11-22", count: 3, last: "2026-11-22T04:05:06.789Z" };
    expect(lines(disclosed("count", { of: 1 }, shown))).toEqual([
      ...["Time: 2026-11-22", "Seen last: 2026-11-22 04:05:06 UTC", "Times it was seen again: 3"],
    ]);
  });

  it("say how a connection was seen, by whom, and what the browser called what it stopped", () => {
    const said = { connection: "probe", check: "0123456789abcdef", source: "new-source", basis: "error" } as const;
    const how = (outcome: "stopped" | "passed", error: string | null) =>
      lines(disclosed("connection", { ...said, outcome, error })).slice(2);
    const [connection, ...others] = how("stopped", "ERR_CERT");
    expect(connection).toBe(
      "Connection: A new one that Rootwatch made, not the page's own. Part of a check that the person pressed for.",
    );
    expect(others).toEqual([
      ...["Seen by: new-source", "What Rootwatch had: The browser's error, no certificate"],
      "The browser's word for it: ERR_CERT",
    ]);
    expect(how("stopped", null)).toHaveLength(3);
    expect(how("passed", "reset")).toHaveLength(3);
  });
});
