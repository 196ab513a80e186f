/** A sentence of the messages in one language, with the substitutions in place of its placeholders. "-" in a key is written "_". */
export type Sentence = (key: string, substitutions?: readonly string[]) => string;

/** A messages.json of extension/_locales. */
export type Messages = Readonly<Record<string, Message>>;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/** There is no message of that name. */
export class NoSuchMessageError extends Error {
  override readonly name = "NoSuchMessageError";
}

/**
 * The sentences of a messages.json, as browsers read it: `$NAME$` stands for a placeholder whose content is `$1` to `$9`.
 * @returns throws NoSuchMessageError when there is none, which a test of the locales rules out for what is ours.
 */
export function sentencesOf(messages: Messages): Sentence {
  return (key, substitutions = []) => {
    const name = key.replaceAll("-", "_");
    const entry = Object.hasOwn(messages, name) ? messages[name] : undefined;
    if (!entry) throw new NoSuchMessageError(`there is no message "${key}"`);
    if (!entry.message.includes("$")) return entry.message;
    return entry.message.replace(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
      if (name === undefined) return "$";
      const content = entry.placeholders?.[name.toLowerCase()]?.content;
      return content === undefined ? whole : (substitutions[Number(content.slice(1)) - 1] ?? "");
    });
  };
}
