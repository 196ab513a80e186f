import * as v from "valibot";
import { EvidenceError } from "./evidence-error.ts";

const Named = v.object({ format: v.string() });

/** Evidence in a later version of its form than is known here: it is not broken, but cannot be judged by this Rootwatch. */
export class NewerFormError extends EvidenceError {
  constructor(at: string, format: string) {
    super(at, "newer-form", format);
    this.name = "NewerFormError";
  }
}

/**
 * Tells a later version of a form from what is in no form at all.
 * @param known the form that is read here, with its version, such as "rootwatch-record/1"
 * @param at where it stands
 * @throws NewerFormError where the JSON names the same form with a higher version
 */
export function refuseNewerForm(json: unknown, known: string, at: string): void {
  if (!v.is(Named, json)) return;
  const [name, version] = versionOf(json.format);
  const [knownName, knownVersion] = versionOf(known);
  if (name === knownName && version > knownVersion) throw new NewerFormError(at, `${name}/${version}`);
}

/** The name and the number behind its slash; 0 where there is none. */
function versionOf(format: string): readonly [string, number] {
  const [, name = "", version = "0"] = /^([^/]*)\/([1-9]\d{0,5})$/.exec(format) ?? [];
  return [name, Number(version)];
}
