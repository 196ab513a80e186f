import { expect, test } from "vitest";
import { hostOf } from "../../src/detection/host-of.ts";

test.each([
  ["https://Page.Example:8443/path?query", "page.example"],
  ["https://192.0.2.1/", "192.0.2.1"],
  ["https://[2001:db8::1]:8443/", "2001:db8::1"],
  ["https://www.example.com.:8443/", "www.example.com"],
  ["wss://socket.example/", "socket.example"],
  ["about:blank", null],
  ["file:///etc/hosts", null],
  ["data:text/plain,x", null],
  ["no URL", null],
  ["", null],
])("the host of %s is %s", (url, host) => {
  expect(hostOf(url)).toBe(host);
});
