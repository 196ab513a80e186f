import { describe, expect, it } from "vitest";
import type { Place } from "../../extension/background/place.ts";
import {
  EMPTY_TAB,
  type TabState,
  withAbort,
  withCommit,
  withErrorPage,
  withRecord,
  withRequest,
  withWarning,
} from "../../extension/background/tab-state.ts";
import { visitVerdict } from "../../extension/background/visit-verdict.ts";
import type { Verdict } from "../../src/detection/verdict.ts";
import { PROBE, record, STOPPED, shown } from "./records.ts";

const PAGE = "https://page.example/";

/** The connection of the tab's own document. */
const page = (request: string | null): Place => ({ tabId: 1, part: "page", request });
/** The connection of something that a document loads. */
const resource = (documentHost: string | null = "page.example"): Place => ({
  tabId: 1,
  part: "resource",
  documentHost,
});

/** A tab that shows `PAGE`, requested as "1", in which nothing was found. */
function atPage(): TabState {
  const asked = withRequest(EMPTY_TAB, "1", PAGE);
  return withCommit(withRecord(asked, page("1"), record("page.example", "nothing-found")), PAGE);
}

describe("a page in a tab", () => {
  it("is shown with what its request showed, from the commit on", () => {
    const asked = withRecord(withRequest(EMPTY_TAB, "1", PAGE), page("1"), record("page.example", "intercepted"));
    expect(shown(asked)).toEqual([]);
    expect(shown(withCommit(asked, PAGE))).toEqual(["page.example: intercepted"]);
  });

  it("keeps the hosts that redirected to it", () => {
    let tab = withRequest(EMPTY_TAB, "1", "https://short.example/");
    tab = withRecord(tab, page("1"), record("short.example", "intercepted"));
    tab = withRequest(tab, "1", PAGE);
    tab = withRecord(tab, page("1"), record("page.example", "nothing-found"));
    tab = withCommit(tab, PAGE);
    expect(shown(tab)).toEqual(["short.example: intercepted", "page.example: nothing-found"]);
    expect(tab.current?.origin.host).toBe("page.example");
  });

  it("has nothing of a request that was given up for another", () => {
    let tab = withRequest(EMPTY_TAB, "1", "https://given-up.example/");
    tab = withRecord(tab, page("1"), record("given-up.example", "intercepted"));
    tab = withRequest(tab, "2", PAGE);
    expect(withRecord(tab, page("1"), record("given-up.example", "intercepted"))).toBe(tab);
    const committed = withCommit(tab, PAGE);
    expect(withRecord(committed, page("1"), record("given-up.example", "intercepted"))).toBe(committed);
    expect(shown(withCommit(tab, PAGE))).toEqual([]);
  });

  it("begins with nothing of the last page", () => {
    const next = withCommit(withRequest(atPage(), "2", "https://next.example/"), "https://next.example/");
    expect(shown(next)).toEqual([]);
    expect(next.current?.request).toBe("2");
  });

  it("is not touched by a request that becomes a download", () => {
    const tab = withRequest(atPage(), "2", "https://files.example/");
    const after = withRecord(tab, page("2"), record("files.example", "intercepted"));
    expect(shown(after)).toEqual(["page.example: nothing-found"]);
  });

  it.each([
    ["another host", "https://other.example/"],
    ["another port", "https://page.example:8443/"],
    ["another scheme", "http://page.example/"],
  ])("takes nothing from a request for %s", (_, url) => {
    const asked = withRecord(withRequest(EMPTY_TAB, "1", url), page("1"), record("page.example", "intercepted"));
    const committed = withCommit(asked, PAGE);
    expect(shown(committed)).toEqual([]);
    expect(committed).toMatchObject({ current: { request: null }, pending: null });
  });

  it("takes what its own request shows after the commit", () => {
    const tab = withRecord(atPage(), page("1"), record("page.example", "intercepted"));
    expect(shown(tab)).toEqual(["page.example: intercepted"]);
  });

  it("that was given back from memory begins with nothing", () => {
    expect(withCommit(atPage(), PAGE).current).toMatchObject({ request: null, hosts: {} });
  });
});

describe("a page that the browser refused", () => {
  const refused = (willCommit = true) => {
    const asked = withRequest(atPage(), "2", "https://bad.example/");
    return withRecord(
      withErrorPage(asked, "https://bad.example/", willCommit),
      page("2"),
      record("bad.example", "refused", STOPPED),
    );
  };

  it("is shown at once, or when the browser commits the error page that it puts there", () => {
    expect(shown(refused(false))).toEqual(["bad.example: refused"]);
    expect(shown(refused())).toEqual(["page.example: nothing-found"]);
    expect(shown(withCommit(refused(), "https://bad.example/"))).toEqual(["bad.example: refused"]);
  });

  it("hides nothing while the tab keeps the page it had", () => {
    const page = withRecord(atPage(), resource(), record("cdn.example", "intercepted"));
    const link = withErrorPage(page, "https://elsewhere.example/", true);
    expect(visitVerdict(link.current)).toBe("intercepted");
  });

  it("is told on the page that stays when it turns out to be a download", () => {
    const asked = withRequest(atPage(), "2", "https://files.example/");
    const seen = withRecord(asked, page("2"), record("files.example", "intercepted"));
    expect(visitVerdict(withAbort(seen).current)).toBe("intercepted");
  });

  it("is gone with the next page, also one on the same host that was given back from memory", () => {
    const errorPage = withCommit(refused(), "https://bad.example/");
    expect(shown(withCommit(errorPage, "https://bad.example/"))).toEqual([]);
    expect(shown(withCommit(refused(), PAGE))).toEqual([]);
  });

  it("is shown also where its request is told of later than its failure", () => {
    const failed = withErrorPage(atPage(), "https://bad.example/", true);
    const recorded = withRecord(failed, page(null), record("bad.example", "refused", STOPPED));
    const late = withRequest(recorded, "2", "https://bad.example/");
    expect(shown(withCommit(late, "https://bad.example/"))).toEqual(["bad.example: refused"]);
  });

  it("gives way to another attempt where the browser showed no error page for the first", () => {
    const again = withRequest(refused(), "3", "https://bad.example/");
    const seen = withRecord(again, page("3"), record("bad.example", "intercepted"));
    expect(shown(withCommit(seen, "https://bad.example/"))).toEqual(["bad.example: intercepted"]);
  });

  it("gives way to the page that is loaded next where error pages are not committed", () => {
    const again = withRequest(refused(false), "3", "https://bad.example/");
    const seen = withRecord(again, page("3"), record("bad.example", "nothing-found"));
    expect(shown(withCommit(seen, "https://bad.example/"))).toEqual(["bad.example: nothing-found"]);
  });

  it("gives way to the page that is loaded after an exception", () => {
    const again = withRequest(withCommit(refused(), "https://bad.example/"), "3", "https://bad.example/");
    const seen = withRecord(again, page("3"), record("bad.example", "added-root", { basis: "leaf-only" }));
    expect(shown(withCommit(seen, "https://bad.example/"))).toEqual(["bad.example: added-root"]);
  });
});

describe("what a document loads", () => {
  it("belongs to the page that the tab shows", () => {
    expect(shown(withRecord(atPage(), resource(), record("cdn.example", "intercepted")))).toEqual([
      "page.example: nothing-found",
      "cdn.example: intercepted",
    ]);
    expect(shown(withRecord(atPage(), resource(null), record("cdn.example", "listed")))).toContain(
      "cdn.example: listed",
    );
  });

  it("belongs to no page when another document asked for it, or the tab shows none", () => {
    const tab = atPage();
    expect(withRecord(tab, resource("last.example"), record("cdn.example", "intercepted"))).toBe(tab);
    expect(withRecord(EMPTY_TAB, resource(null), record("cdn.example", "intercepted"))).toBe(EMPTY_TAB);
  });

  it("does not go to the page that is still being asked for", () => {
    const tab = withRecord(
      withRequest(atPage(), "2", "https://next.example/"),
      resource(),
      record("cdn.example", "listed"),
    );
    expect(shown(tab)).toContain("cdn.example: listed");
    expect(shown(withCommit(tab, "https://next.example/"))).toEqual([]);
  });
});

describe("two records of one host", () => {
  it.each<[first: Verdict, second: Verdict, kept: Verdict]>([
    ["intercepted", "nothing-found", "intercepted"],
    ["nothing-found", "intercepted", "intercepted"],
    ["nothing-found", "not-inspected", "nothing-found"],
  ])("%s, then %s: the worse stays", (first, second, kept) => {
    const tab = withRecord(atPage(), resource(), record("cdn.example", first));
    expect(shown(withRecord(tab, resource(), record("cdn.example", second)))).toContain(`cdn.example: ${kept}`);
  });

  it("the newer stays of two that say the same", () => {
    const tab = withRecord(atPage(), page("1"), record("page.example", "nothing-found", { at: 1 }));
    expect(Object.values(tab.current?.hosts ?? {}).map(({ at }) => at)).toEqual([1]);
  });

  it("a probe stands beside the page's connection, and a newer probe in place of the older", () => {
    const first = withRecord(atPage(), page("1"), record("page.example", "intercepted", PROBE));
    expect(shown(first)).toEqual(["page.example: nothing-found", "page.example: intercepted"]);
    const second = withRecord(first, page("1"), record("page.example", "nothing-found", PROBE));
    expect(shown(second)).toEqual(["page.example: nothing-found", "page.example: nothing-found"]);
  });
});

describe("what a page loads cannot speak for the page", () => {
  it("a refusal of another port of its host hides no verdict and no Inspect", () => {
    const refusal = record("page.example", "refused", { ...STOPPED, part: "resource" });
    const own = record("page.example", "added-root");
    const tab = withRecord(withRecord(atPage(), page("1"), own), resource(), refusal);
    expect(visitVerdict(tab.current)).toBe("added-root");
  });

  it("a thousand quiet hosts do not fill the store, and push out nothing that was found", () => {
    let tab = atPage();
    for (let number = 0; number < 1000; number++) {
      tab = withRecord(tab, resource(), record(`h${number}.example`, "nothing-found"));
    }
    tab = withRecord(tab, resource(), record("late.example", "intercepted"));
    expect(shown(tab).length).toBeLessThan(300);
    expect(visitVerdict(tab.current)).toBe("intercepted");
  });
});

describe("a tab with our warning in the place of a page", () => {
  it("goes on telling what was found there, and nothing of what was found elsewhere", () => {
    const seen = record("page.example", "intercepted");
    expect(visitVerdict(withWarning(EMPTY_TAB, "https://page.example/a", seen).current)).toBe("intercepted");
    expect(Object.keys(withWarning(EMPTY_TAB, "https://target.example/", seen).current?.hosts ?? {})).toEqual([]);
  });
});
