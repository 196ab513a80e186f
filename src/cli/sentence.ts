import messages from "../../extension/_locales/en/messages.json";

interface Message {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}

const MESSAGES: Readonly<Record<string, Message>> = messages;

/**
 * A sentence of the extension's English locale, so that both say the same: `$NAME$` stands for a placeholder whose content is `$1` to
 * `$9`, "-" in the key is written "_".
 * @throws Error when there is no such message, which a test of the locales rules out.
 */
export function sentence(key: string, substitutions: readonly string[] = []): string {
  const entry = MESSAGES[key.replaceAll("-", "_")];
  if (!entry) throw new Error(`there is no message "${key}"`);
  return entry.message.replace(/\$(\w+)\$|\$\$/g, (whole, name: string | undefined) => {
    if (name === undefined) return "$";
    const content = entry.placeholders?.[name.toLowerCase()]?.content;
    return content === undefined ? whole : (substitutions[Number(content.slice(1)) - 1] ?? "");
  });
}
