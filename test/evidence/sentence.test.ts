import { expect, it } from "vitest";
import { NoSuchMessageError, sentencesOf } from "../../src/evidence/sentence.ts";

const placeholders = { second: { content: "$2" }, first: { content: "$1" } };
const say = sentencesOf({
  plain: { message: "Plain." },
  with_two: { message: "$SECOND$ after $first$, $FIRST$ again", placeholders },
  no_such: { message: "$THIRD$ costs $$5, $ 5", placeholders },
  none: { message: "$FIRST$" },
  between: { message: "$SECOND$ first $FIRST$", placeholders },
});

it("a message has each substitution in the place that is kept for it", () => {
  expect(say("plain")).toBe("Plain.");
  expect(say("with-two", ["one", "two"])).toBe("two after one, one again");
  // A second time it is not read anew.
  expect(say("with-two", ["1", "2"])).toBe("2 after 1, 1 again");
  expect(say("with_two", ["one"])).toBe(" after one, one again");
  expect(say("with_two")).toBe(" after ,  again");
});

it("what is put in is put in as it is", () => {
  expect(say("with-two", ["$SECOND$", "$1"])).toBe("$1 after $SECOND$, $SECOND$ again");
});

it("a placeholder of which nothing is known stays, and a dollar is written twice", () => {
  expect(say("no-such", ["one"])).toBe("$THIRD$ costs $5, $ 5");
  expect(say("none", ["one"])).toBe("$FIRST$");
});

it("the text between placeholders is text, also where it is a word that a placeholder is called by", () => {
  expect(say("between", ["one", "two"])).toBe("two first one");
});

it("there is no message of another name, nor of one that every object has", () => {
  for (const key of ["other", "constructor", "to-string", ""]) {
    expect(() => say(key), key).toThrow(NoSuchMessageError);
    const what = { name: "NoSuchMessageError", message: `there is no message "${key}"` };
    expect(() => say(key), key).toThrow(expect.objectContaining(what));
  }
});
