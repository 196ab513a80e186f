import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import manifest from "../../manifest.json" with { type: "json" };
import { manifestFor, withoutInspect } from "../../scripts/manifest-for.ts";
import { sentencesOf } from "../../src/evidence/sentence.ts";

const LANGUAGES = readdirSync("extension/_locales");
/** What the stores take, in characters. */
const LONGEST_SHORT_DESCRIPTION = 132;

const permissionsOf = (built: object) => (built as Pick<typeof manifest, "permissions">).permissions.toSorted();

describe.each(LANGUAGES)("the store text in %s", (language) => {
  const text = readFileSync(`docs/store/${language}.md`, "utf8");
  const [name, short, description, permissions, privacy, plain] = text.split(/^## .*$/m).slice(1);
  const t = sentencesOf(JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8")));

  test("has every part, and the name and the short description of the extension itself", () => {
    expect([name?.trim(), short?.trim()]).toEqual([t("extension_name"), t("extension_description")]);
    expect(short?.trim().length).toBeLessThanOrEqual(LONGEST_SHORT_DESCRIPTION);
    for (const part of [description, privacy]) expect(part?.trim().length).toBeGreaterThan(300);
  });

  test("says of each permission what the welcome page says, and only of those that a package asks for", () => {
    expect(permissions).toContain(t("permission_every_site"));
    const [common = [], inFirefox = [], withInspect = []] = (permissions?.split(/^### .*$/m) ?? []).map((part) =>
      [...part.matchAll(/^- `(\w+)`: (.*)$/gm)].map(([, permission = "", said]) => {
        expect(said).toBe(t(`permission_${permission}`));
        return permission;
      }),
    );
    expect(common.toSorted()).toEqual(permissionsOf(withoutInspect(manifest)));
    expect([...common, ...inFirefox].toSorted()).toEqual(permissionsOf(manifestFor("firefox", manifest)));
    expect([...common, ...withInspect].toSorted()).toEqual(permissionsOf(manifestFor("chrome", manifest)));
  });

  test("has other words for the package that has no Inspect", () => {
    expect(plain?.trim().length).toBeGreaterThan(200);
    expect(plain).not.toMatch(/Inspect|debugger/);
  });

  test("promises no safety, and says of nobody that they read", () => {
    expect(text).not.toMatch(/\bsafe\b|безопас(но|ен|ны)(?!\p{L})|қауіпсіз(?!\p{L})/iu);
    expect(text).not.toMatch(/is reading|чита(ет|ют)|след(ит|ят)|оқып (жатыр|отыр)/i);
  });
});
