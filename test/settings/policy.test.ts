import { readFileSync } from "node:fs";
import * as v from "valibot";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import { POLICY_KEYS, PolicyCertificate, policyIn } from "../../extension/settings/policy.ts";
import { policyEntries } from "../../extension/settings/policy-entries.ts";
import { ALERT_LEVELS, Recipient } from "../../extension/settings/settings.ts";
import { forgetPolicy, readPolicy, readSettings } from "../../extension/settings/settings-in-force.ts";
import { toBase64 } from "../../src/watchlist/base64.ts";
import { browser } from "../background/fake-browser.ts";
import { selfSigned } from "../certificate/made.ts";

vi.mock("../../extension/platform/browser.ts", () => import("../background/fake-browser.ts"));

const { managed } = browser.storage;
const DESK = { name: "The desk", recipient: `age1${"q".repeat(58)}` };
const NOTHING = {
  leastAlertLevel: null,
  leastKeptDays: null,
  leastKeptMegabytes: null,
  recipients: [],
  ownList: [],
  ignored: [],
};

beforeEach(() => {
  managed.values.clear();
  managed.unreadable = false;
  forgetPolicy();
});

describe("an administrator's policy", () => {
  it("is nothing where there is none, also in a browser that refuses to say so", async () => {
    expect(await readPolicy()).toEqual(NOTHING);
    managed.unreadable = true;
    forgetPolicy();
    expect(await readPolicy()).toEqual(NOTHING);
    expect((await readSettings()).alertLevel).toBe("page");
  });

  it("is read part by part: one that is wrong is named and takes no other with it", () => {
    const certificate = "TUlJ";
    expect(
      policyIn({
        leastAlertLevel: "silent",
        leastKeptDays: 0,
        leastKeptMegabytes: 200,
        recipients: [{ ...DESK, recipient: "age1short" }, DESK, { ...DESK, trusted: true }],
        ownList: [
          { name: "", certificate },
          { name: "Proxy", certificate },
          { name: "Text", certificate: "not base64!" },
        ],
        keeping: "evidence",
        alertLevel: "badge",
      }),
    ).toEqual({
      leastAlertLevel: null,
      leastKeptDays: null,
      leastKeptMegabytes: 200,
      recipients: [{ ...DESK, at: "recipients.1" }],
      ownList: [{ name: "Proxy", why: "", certificate, at: "ownList.1" }],
      ignored: [
        "keeping",
        "alertLevel",
        "leastAlertLevel",
        "leastKeptDays",
        "recipients.0",
        "recipients.2",
        "ownList.0",
        "ownList.2",
      ],
    });
    expect(policyIn({ recipients: DESK, constructor: 1 })).toEqual({
      ...NOTHING,
      ignored: ["constructor", "recipients"],
    });
    expect(policyIn({ recipients: Array(51).fill(DESK) }).ignored).toEqual(["recipients.50"]);
  });

  it("counts at once when it is another one", async () => {
    managed.values.set("leastAlertLevel", "block");
    expect((await readSettings()).alertLevel).toBe("block");
    managed.values.clear();
    forgetPolicy();
    expect((await readSettings()).alertLevel).toBe("page");
  });
});

test("an administrator's certificates are read from PEM and from base64; one that is none, or a public root, is left out", async () => {
  const made = await selfSigned("ec-p256");
  const base64 = toBase64(new Uint8Array(made.rawData));
  const policy = policyIn({
    ownList: [
      { name: "As PEM", why: "Ours", certificate: `${made.toString("pem")}\n` },
      { name: "As base64", certificate: base64 },
      { name: "Cut off", certificate: base64.slice(0, 100) },
    ],
  });
  expect(policy.ignored).toEqual([]);
  const entries = await policyEntries(policy, () => false);
  expect(entries).toMatchObject([
    { name: "As PEM", why: "Ours", at: "ownList.0", fromChain: false },
    { name: "As base64", why: "", at: "ownList.1" },
  ]);
  expect(entries[0]?.sha256).toBe(entries[1]?.sha256);
  expect(await policyEntries(policy, (key) => key === entries[0]?.spkiSha256)).toEqual([]);
});

describe("the schema that Chrome is given", () => {
  const schema = JSON.parse(readFileSync("extension/managed-schema.json", "utf8"));

  it("has every part of a policy and no other", () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_KEYS].sort());
  });

  it("lets nothing through that Rootwatch would refuse for its number or word, and nothing less", () => {
    const isTaken = (name: string, value: unknown) => policyIn({ [name]: value }).ignored.length === 0;
    const { leastAlertLevel, leastKeptDays, leastKeptMegabytes, recipients, ownList } = schema.properties;
    expect(leastAlertLevel.enum).toEqual(ALERT_LEVELS);
    for (const [name, { minimum, maximum }] of Object.entries({ leastKeptDays, leastKeptMegabytes })) {
      const tried = [minimum - 1, minimum, maximum, maximum + 1];
      expect(tried.map((value) => isTaken(name, value))).toEqual([false, true, true, false]);
    }
    expect(Object.keys(recipients.items.properties)).toEqual(Object.keys(Recipient.entries));
    expect(Object.keys(ownList.items.properties)).toEqual(Object.keys(PolicyCertificate.entries));
  });
});

describe("docs/deploy.md", () => {
  const blocks = [...readFileSync("docs/deploy.md", "utf8").matchAll(/```json\n(.*?)```/gs)].map(([, json = ""]) =>
    JSON.parse(json),
  );
  const policies = blocks.map(
    (block) =>
      block.policies?.["3rdparty"]?.Extensions["rootwatch@rootwatch.example"] ??
      block.data ??
      block["3rdparty"]?.extensions.EXTENSION_ID,
  );

  it("shows policies for Chrome and for both ways of Firefox, of which nothing is ignored", async () => {
    expect(policies).toHaveLength(3);
    for (const example of policies) {
      const policy = policyIn(v.parse(v.record(v.string(), v.unknown()), example));
      expect(policy.ignored).toEqual([]);
      expect(Object.keys(example).sort()).toEqual([...POLICY_KEYS].sort());
      expect(await policyEntries(policy, () => false)).toHaveLength(policy.ownList.length);
    }
  });
});
