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
  const known = new Map<string, readonly Piece[]>();
  return (key, substitutions = []) => {
    const pieces = known.get(key) ?? piecesOf(messages, key);
    known.set(key, pieces);
    return pieces.map((piece) => (typeof piece === "string" ? piece : (substitutions[piece] ?? ""))).join("");
  };
}

/** A text, or the index of the substitution that stands there. */
type Piece = string | number;

function piecesOf(messages: Messages, key: string): readonly Piece[] {
  const name = key.replaceAll("-", "_");
  const entry = Object.hasOwn(messages, name) ? messages[name] : undefined;
  if (!entry) throw new NoSuchMessageError(`there is no message "${key}"`);
  return entry.message.split(/(\$\w*\$)/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    if (piece === "$$") return "$";
    const content = entry.placeholders?.[piece.slice(1, -1).toLowerCase()]?.content;
    return content === undefined ? piece : Number(content.slice(1)) - 1;
  });
}
