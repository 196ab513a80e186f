import { type ComponentChildren, createContext } from "preact";
import { useContext, useEffect, useMemo, useState } from "preact/hooks";
import { type MessageKey, t } from "../platform/translate.ts";

type Tell = (done: Promise<boolean>) => Promise<boolean>;

const Telling = createContext<Tell>((done) => done);

/** In the address of a page that was loaded again because of a change. */
const SAVED = "?saved";

/** Says at the foot of the window what became of the last change, to those who see the page and to those who have it read out. */
export function Saving({ children }: { readonly children: ComponentChildren }) {
  const [said, setSaid] = useState<MessageKey | null>(null);
  const tell = useMemo<Tell>(
    () => async (done) => {
      // Emptied first, so that the same words are read out once more.
      setSaid(null);
      const section = document.activeElement?.closest<HTMLElement>("section[id]");
      const isDone = await done;
      setSaid(isDone ? "settings_saved" : "settings_not_saved");
      requestAnimationFrame(() => {
        // What was pressed may have gone with the entry that it removed, and the keyboard would begin at the top again.
        if (document.activeElement === document.body) section?.focus();
      });
      return isDone;
    },
    [],
  );
  useEffect(() => {
    if (location.search !== SAVED) return;
    setSaid("settings_saved");
    document.getElementById(location.hash.slice(1))?.focus();
  }, []);
  return (
    <Telling.Provider value={tell}>
      {children}
      <p role="status" class="saved" data-said={said}>
        {said && t(said)}
      </p>
    </Telling.Provider>
  );
}

/** Takes the promise of a change, says what becomes of it, and passes it on. */
export const useSaving = (): Tell => useContext(Telling);

/** Loads the page again, at this section, and has it say that the change was saved. */
export function loadAgain(section: string): void {
  history.replaceState(null, "", `${SAVED}#${section}`);
  location.reload();
}
