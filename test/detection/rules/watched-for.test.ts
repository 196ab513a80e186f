import { expect, it } from "vitest";
import { NO_MEMORY } from "../../../src/detection/memory.ts";
import { watchedFor } from "../../../src/detection/rules/watched-for.ts";
import { watchlist } from "../../shipped-watchlist.ts";

const KNOWN = { at: 0, hadTimestamps: true, serial: "01", notBefore: 0, notAfter: 0 };
const memory = { ...NO_MEMORY, hosts: new Map([["www.my-newspaper.kz", KNOWN]]) };

it.each([
  ["google.com", "google.com"],
  ["www.google.com", "google.com"],
  ["mail.google.com", "mail.google.com"],
  ["clients.google.com", "google.com"],
  ["www.for.kg", "for.kg"],
  ["www.my-newspaper.kz", "www.my-newspaper.kz"],
  ["my-newspaper.kz", null],
  ["notgoogle.com", null],
  ["google.com.example.org", null],
  ["com", null],
])("%s counts as %s", (host, as) => {
  expect(watchedFor(host, { watchlist, memory })).toBe(as);
});
