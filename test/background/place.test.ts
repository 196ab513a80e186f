import { describe, expect, it } from "vitest";
import { placeOf, type RequestDetails } from "../../extension/background/place.ts";

const request = (details: Partial<RequestDetails>): RequestDetails => ({
  requestId: "7",
  tabId: 1,
  frameId: 0,
  type: "image",
  ...details,
});

describe("the place of a request", () => {
  it("is the page for the tab's own document, with its request", () => {
    const place = placeOf(request({ type: "main_frame", initiator: "https://last.example" }));
    expect(place).toEqual({ tabId: 1, part: "page", request: "7" });
  });

  it("says the URL of a page that was asked for by GET, and of no other, so that it can be loaded again", () => {
    const page = { type: "main_frame", url: "https://page.example/a", method: "GET" };
    const replaceable = (differently: Partial<RequestDetails>) => placeOf(request({ ...page, ...differently }));
    expect(replaceable({})).toHaveProperty("replaceable", "https://page.example/a");
    expect(replaceable({ method: "POST" })).not.toHaveProperty("replaceable");
    expect(replaceable({ type: "sub_frame" })).not.toHaveProperty("replaceable");
  });

  it.each([
    ["Firefox names the document", { documentUrl: "https://page.example:8443/a" }, "page.example"],
    ["Chrome names its origin", { initiator: "https://page.example" }, "page.example"],
    ["nobody names it", {}, null],
    ["the origin is opaque", { initiator: "null" }, null],
    ["a frame asked", { frameId: 4, documentUrl: "https://frame.example/" }, null],
    ["it is a frame's own document", { type: "sub_frame", frameId: 4, initiator: "https://page.example" }, null],
  ])("is a resource of the document's host where %s", (_, details, documentHost) => {
    expect(placeOf(request(details))).toEqual({ tabId: 1, part: "resource", documentHost });
  });

  it("is of the document that the browser names, also where that is gone", () => {
    expect(placeOf(request({ documentId: "d" }))).toMatchObject({ document: "d" });
    expect(placeOf(request({ frameId: 4, parentFrameId: 0, documentId: "f", parentDocumentId: "d" }))).toMatchObject({
      document: "d",
    });
    const cached = { frameId: 5, parentFrameId: -1, documentId: "d", documentLifecycle: "cached" };
    expect(placeOf(request(cached))).toMatchObject({ document: "d" });
  });

  it("is of the top document's host for a frame in a frame, and nowhere when the frame is gone", () => {
    const deep = { frameId: 9, parentFrameId: 4, parentDocumentId: "f" };
    const frameAncestors = [{ url: "https://frame.example/" }, { url: "https://page.example/" }];
    const place = placeOf(request({ ...deep, frameAncestors }));
    expect(place).toEqual({ tabId: 1, part: "resource", documentHost: "page.example" });
    expect(placeOf(request({ ...deep, frameAncestors: [] }))).toBeNull();
    expect(placeOf(request({ ...deep, documentLifecycle: "pending_deletion" }))).toBeNull();
    expect(placeOf(request({ ...deep, documentLifecycle: "active" }))).not.toBeNull();
  });

  it("is nowhere while the page is only prepared in advance", () => {
    const prerender = { frameId: 7, parentFrameId: -1, documentLifecycle: "prerender" };
    expect(placeOf(request({ ...prerender, type: "main_frame" }))).toBeNull();
    expect(placeOf(request({ ...prerender, initiator: "https://page.example", documentId: "p" }))).toBeNull();
  });

  it("is no tab's but every page's of its host when a worker asked", () => {
    const worker = { tabId: -1, documentUrl: "https://page.example/worker.js" };
    expect(placeOf(request({ ...worker, cookieStoreId: "firefox-private", incognito: true }))).toEqual({
      part: "worker",
      documentHost: "page.example",
      store: "firefox-private",
      isPrivate: true,
    });
    expect(placeOf(request({ tabId: -1, initiator: "https://page.example" }))).toEqual({
      part: "worker",
      documentHost: "page.example",
      store: null,
      isPrivate: null,
    });
  });

  it("is the first tab's like any other's, and nowhere for what belongs to no tab", () => {
    expect(placeOf(request({ tabId: 0 }))).toMatchObject({ tabId: 0 });
    expect(placeOf(request({ tabId: -1 }))).toBeNull();
    expect(placeOf(request({ tabId: -1, type: "main_frame" }))).toBeNull();
  });
});
