import { browser } from "./browser.ts";

interface Brand {
  readonly brand: string;
  readonly version: string;
}
interface AgentData {
  getHighEntropyValues(hints: readonly string[]): Promise<{ readonly fullVersionList?: readonly Brand[] }>;
}

/** A made-up brand is always among Chrome's, so that nobody relies on their order. */
const MADE_UP = /not.a.brand/i;

/** Name and version of this browser, such as "Firefox 140.0", as it states them for a record; empty where it states none. */
export async function browserVersion(): Promise<string> {
  const { getBrowserInfo } = browser.runtime as Partial<Pick<typeof browser.runtime, "getBrowserInfo">>;
  if (getBrowserInfo) {
    const { name, version } = await getBrowserInfo();
    return `${name} ${version}`;
  }
  const { userAgentData } = navigator as unknown as { readonly userAgentData?: AgentData };
  const { fullVersionList = [] } = (await userAgentData?.getHighEntropyValues(["fullVersionList"])) ?? {};
  const brands = fullVersionList.filter(({ brand }) => !MADE_UP.test(brand));
  const { brand, version } = brands.find(({ brand }) => brand !== "Chromium") ??
    brands[0] ?? { brand: "", version: "" };
  return `${brand} ${version}`.trim();
}
