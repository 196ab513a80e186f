import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { EXPLAINED } from "../../extension/welcome/explained.ts";
import { sentencesOf } from "../../src/evidence/sentence.ts";

const LANGUAGES = readdirSync("extension/_locales");
/** What the stores take, in characters. */
const LONGEST_SHORT_DESCRIPTION = 132;

describe.each(LANGUAGES)("the store text in %s", (language) => {
  const text = readFileSync(`docs/store/${language}.md`, "utf8");
  const [name, short, description, permissions, privacy] = text.split(/^## .*$/m).slice(1);
  const t = sentencesOf(JSON.parse(readFileSync(`extension/_locales/${language}/messages.json`, "utf8")));

  test("has every part, and the name and the short description of the extension itself", () => {
    expect([name?.trim(), short?.trim()]).toEqual([t("extension_name"), t("extension_description")]);
    expect(short?.trim().length).toBeLessThanOrEqual(LONGEST_SHORT_DESCRIPTION);
    for (const part of [description, privacy]) expect(part?.trim().length).toBeGreaterThan(300);
  });

  test("says of each permission what the welcome page says", () => {
    expect(permissions).toContain(t("permission_every_site"));
    expect(permissions?.match(/^- /gm)).toHaveLength(EXPLAINED.length + 1);
    for (const permission of EXPLAINED) {
      expect(permissions).toContain(`- \`${permission}\`: ${t(`permission_${permission}`)}`);
    }
  });

  test("promises no safety, and says of nobody that they read", () => {
    expect(text).not.toMatch(/\bsafe\b|безопас(но|ен|ны)(?!\p{L})|қауіпсіз(?!\p{L})/iu);
    expect(text).not.toMatch(/is reading|чита(ет|ют)|след(ит|ят)|оқып (жатыр|отыр)/i);
  });
});
