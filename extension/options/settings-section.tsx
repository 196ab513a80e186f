import type { ComponentChildren } from "preact";
import { Section } from "../components/section.tsx";
import { t } from "../platform/translate.ts";
import { SECTIONS, type SectionName } from "./sections.ts";

interface Props<Shown> {
  readonly name: SectionName;
  /** What the section shows; null until it is known, "unread" when it could not be had. */
  readonly shown: Shown | null | "unread";
  readonly children: (shown: Shown) => ComponentChildren;
}

/** A part of the settings under its heading, which is there at once, so that the list of contents leads to it. */
export function SettingsSection<Shown extends object>({ name, shown, children }: Props<Shown>) {
  return (
    <Section title={t(SECTIONS[name])} level={2} id={name}>
      {shown === null && <p role="status">{t("popup_loading")}</p>}
      {shown === "unread" && <p role="alert">{t("settings_unread")}</p>}
      {shown !== null && shown !== "unread" && children(shown)}
    </Section>
  );
}
