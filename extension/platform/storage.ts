import { browser } from "./browser.ts";
import { noting, type Service } from "./failures.ts";

type Keys = string | string[] | null;

/** An area of the browser's storage, of which it is noted what fails. */
function area(name: "local" | "session", reading: Service, saving: Service) {
  const asked = () => browser.storage[name];
  return {
    get: (keys: Keys) => noting(reading, () => asked().get(keys), `get ${kindOf([keys].flat())}`),
    set: (values: Record<string, unknown>) =>
      noting(saving, () => asked().set(values), `set ${kindOf(Object.keys(values))}`),
    remove: (keys: string | string[]) => noting(saving, () => asked().remove(keys), `remove ${kindOf([keys].flat())}`),
  };
}

/** What is stored there, without the name of the single one: `tab` for `tab:12`. */
const kindOf = ([first]: readonly (string | null)[]) => `${first}`.split(":")[0];

/** The browser's storage: `local` for good, `session` until the browser is closed. Everything rejects as the browser does. */
export const storage = {
  local: area("local", "reading", "saving"),
  session: area("session", "session", "session"),
};
