import { expect, test } from "vitest";
import { readChain } from "../../../extension/background/observers/read-chain.ts";
import { selfSigned } from "../../certificate/made.ts";

const der = async () => new Uint8Array((await selfSigned("ec-p256")).rawData);
const given = (...ders: Uint8Array[]) => ders.map((each) => ({ der: each }));
const ODD = Uint8Array.of(1, 2, 3);

test("a chain is read in its order, up to twenty certificates, and what lies beyond is counted", async () => {
  const ders = [await der(), await der()];
  const whole = readChain(given(...ders), "browser-built");
  expect(whole.read?.certificates.map((certificate) => certificate.der)).toEqual(ders);
  expect(whole.read?.basis).toBe("browser-built");
  expect(whole.unread).toBeUndefined();
  const many = (length: number) => readChain(given(...Array.from({ length }, () => ders[0] ?? ODD)), "browser-built");
  expect(many(20).read?.certificates).toHaveLength(20);
  expect(many(20).unread).toBeUndefined();
  expect(many(23).read?.certificates).toHaveLength(20);
  expect(many(23).unread).toMatchObject({ leftOut: 3, isLeafUnread: false, certificates: [] });
});

test("one certificate that cannot be read takes nothing from the others", async () => {
  const [leaf, root] = [await der(), await der()];
  const gap = readChain(given(leaf, ODD, root), "browser-built");
  expect(gap.read?.certificates.map((certificate) => certificate.der)).toEqual([leaf, root]);
  expect(gap.unread).toMatchObject({ certificates: [{ der: ODD }], isLeafUnread: false });
});

test("without its leaf, its root or its end a chain is no path that the browser vouches for", async () => {
  const [leaf, root] = [await der(), await der()];
  expect(readChain(given(leaf, ODD, root), "browser-built").read?.basis).toBe("browser-built");
  expect(readChain(given(leaf, ODD), "browser-built").read).toMatchObject({
    basis: "sent",
    unread: { isRootRead: false },
  });
  expect(readChain(given(ODD, root), "browser-built").read).toMatchObject({
    basis: "sent",
    unread: { isLeafUnread: true, isRootRead: true },
  });
  const long = given(...Array.from({ length: 21 }, () => leaf));
  expect(readChain(long, "browser-built").read).toMatchObject({ basis: "sent", unread: { isRootRead: false } });
  expect(readChain(given(leaf, ODD), "leaf-only").read).toMatchObject({ unread: { isRootRead: null } });
});

test("where none can be read, or there is none, nothing is read and what came is kept for comparison", () => {
  expect(readChain(given(ODD), "leaf-only")).toMatchObject({ read: null, unread: { certificates: [{ der: ODD }] } });
  expect(readChain([], "browser-built")).toEqual({ read: null });
});
