/** Makes a thing when it is first asked for, and once: what takes long to make, or needs the language, which a module that is being loaded does not know. */
export function atFirstUse<Thing>(make: () => Thing): () => Thing {
  let made: { readonly thing: Thing } | null = null;
  return () => {
    made ??= { thing: make() };
    return made.thing;
  };
}
