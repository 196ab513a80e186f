import { describe, expect, it, test } from "vitest";
import { hostOf, placeOf, type RequestDetails } from "../../extension/background/place.ts";

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
    expect(replaceable({ frameId: 3 })).not.toHaveProperty("replaceable");
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

  it("is the first tab's like any other's, and nowhere for what belongs to no tab", () => {
    expect(placeOf(request({ tabId: 0 }))?.tabId).toBe(0);
    expect(placeOf(request({ tabId: -1 }))).toBeNull();
    expect(placeOf(request({ tabId: -1, type: "main_frame" }))).toBeNull();
  });
});

test.each([
  ["https://Page.Example:8443/path?query", "page.example"],
  ["https://192.0.2.1/", "192.0.2.1"],
  ["https://[2001:db8::1]:8443/", "2001:db8::1"],
  ["wss://socket.example/", "socket.example"],
  ["about:blank", null],
  ["file:///etc/hosts", null],
  ["data:text/plain,x", null],
  ["no URL", null],
  ["", null],
])("the host of %s is %s", (url, host) => {
  expect(hostOf(url)).toBe(host);
});
