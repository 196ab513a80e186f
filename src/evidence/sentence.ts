/** A sentence of the messages in one language, with the substitutions in place of its placeholders. "-" in a key is written "_". */
export type Sentence = (key: string, substitutions?: readonly string[]) => string;

/** A messages.json of extension/_locales. */
export type Messages = Readonly<Record<string, Message>>;

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

/**
 * The sentences of a messages.json, as browsers read it: `$NAME$` stands for a placeholder whose content is `$1` to `$9`.
 * @returns throws Error when there is no such message, which a test of the locales rules out.
 */
export function sentencesOf(messages: Messages): Sentence {
  return (key, substitutions = []) => {
    const entry = messages[key.replaceAll("-", "_")];
    if (!entry) throw new Error(`there is no message "${key}"`);
    return entry.message.replace(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
      if (name === undefined) return "$";
      const content = entry.placeholders?.[name.toLowerCase()]?.content;
      return content === undefined ? whole : (substitutions[Number(content.slice(1)) - 1] ?? "");
    });
  };
}
