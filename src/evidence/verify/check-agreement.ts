import { VERDICTS, type Verdict, worstVerdict } from "../../detection/verdict.ts";
import type { DisclosedRecord } from "../disclosed.ts";
import type { Fault } from "../fault.ts";
import { lacksUnread } from "./observed.ts";
import type { Findings } from "./verification.ts";

/** Checks that what is disclosed of a record agrees with itself and with the record's line. @param at where the line stands. */
export function checkAgreement(disclosed: DisclosedRecord, at: string, found: Findings): void {
  for (const contradiction of [...ofTimes(disclosed), ...ofVerdict(disclosed), ...ofNothingSeen(disclosed)]) {
    found.problem("contradiction", at, ...contradiction);
  }
}

function* ofTimes({ shown }: DisclosedRecord): Generator<Fault> {
  const { month, day, hour, time, last } = shown;
  for (const [name, value] of Object.entries({ time, last })) {
    if (value !== undefined && !isMoment(value)) yield ["no-moment", name, value];
  }
  const nested = [month, day, hour, time].filter((part) => part !== undefined);
  for (const [index, inner] of nested.entries()) {
    const outer = nested[index - 1];
    if (outer !== undefined && !inner.startsWith(outer)) yield ["not-within", inner, outer];
  }
  const whole = day ?? month;
  if (last !== undefined && whole !== undefined && !last.startsWith(whole)) yield ["not-within", last, whole];
}

const isMoment = (text: string): boolean => {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text;
};

function* ofVerdict({ record, shown }: DisclosedRecord): Generator<Fault> {
  if (!("verdict" in record)) return;
  const { authority, key, findings } = shown;
  if (record.authority !== null && authority !== undefined && authority !== record.authority) {
    yield ["other-authority", String(authority)];
  }
  if (record.key !== null && key !== undefined && key?.spkiSha256 !== record.key) {
    yield ["other-key"];
  }
  if (findings === undefined) return;
  const rules = new Set(findings.map(({ rule }) => rule));
  if (rules.size !== record.rules.length || !record.rules.every((rule) => rules.has(rule))) {
    yield ["other-reasons"];
  }
  const called = findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== null);
  const unknown = called.find((verdict) => !isVerdict(verdict));
  if (unknown !== undefined) yield ["no-verdict", unknown];
  // Where no reason calls for more, whether a chain was seen decides between the last two verdicts.
  const worst = worstVerdict(called.filter(isVerdict));
  if (record.verdict !== worst && !(worst === "not-inspected" && record.verdict === "nothing-found")) {
    yield ["reasons-call-for", worst, record.verdict];
  }
}

/** Without a certificate nothing can lead to a key. What could not be read was compared all the same: an authority's may be among it. */
function* ofNothingSeen(disclosed: DisclosedRecord): Generator<Fault> {
  const { record, shown } = disclosed;
  if (record.kind !== "connection" || (record.basis !== "error" && record.basis !== "none")) return;
  const isCompared = lacksUnread(disclosed);
  const authority = isCompared ? null : (record.authority ?? shown.authority);
  const named = authority ?? record.key ?? shown.key ?? shown.leaf ?? shown.issuers?.[0] ?? null;
  if (!WITHOUT_CERTIFICATES.includes(record.verdict) && !(isCompared && record.verdict === "listed"))
    yield ["nothing-seen-verdict", record.verdict];
  else if (named !== null) yield ["nothing-seen-named"];
}

const WITHOUT_CERTIFICATES: readonly Verdict[] = ["suspected", "refused", "not-inspected"];

const isVerdict = (text: string): text is Verdict => VERDICTS.some((verdict) => verdict === text);
