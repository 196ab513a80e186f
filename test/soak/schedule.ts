import { Random } from "../fuzz/random.ts";

/** What stands between browser and site: nothing; a box whose root is on the list; one whose root nobody knows. */
export type Box = "none" | "listed" | "unlisted";

/** Where the journal is kept. */
export type Place = "session" | "evidence";

/** What is done next. Every host that is opened is a new one. */
export type Step =
  | { readonly deed: "box"; readonly box: Box }
  | { readonly deed: "open"; readonly hosts: readonly string[] }
  /** A host is opened and the background ended at the same time; then it is opened once more. */
  | { readonly deed: "open-and-evict"; readonly host: string }
  /** A host that was opened under the same circumstances is opened once more. */
  | { readonly deed: "again"; readonly host: string }
  | { readonly deed: "close"; readonly which: number }
  | { readonly deed: "evict" }
  /** The browser's memory for the extension is filled to the brim, or what filled it is removed. */
  | { readonly deed: "fill" | "empty" }
  | { readonly deed: "keep"; readonly place: Place }
  | { readonly deed: "look"; readonly page: string };

const PAGES = ["journal", "options", "export", "check", "dossier", "advice"];

/** A key and verdict makes 200 records a day, until the journal's counts begin anew: when it is kept until the browser is closed. */
const MOST_OPENED = 150;

/** How often each deed is drawn, of a hundred. */
const DRAWS: readonly (readonly [Step["deed"], number])[] = [
  ["open", 40],
  ["close", 20],
  ["box", 12],
  ["again", 8],
  ["look", 6],
  ["evict", 4],
  ["open-and-evict", 4],
  ["fill", 3],
  ["keep", 3],
];
const BAG = DRAWS.flatMap(([deed, times]) => Array.from({ length: times }, () => deed));

/** What is done, one step after another: the same for the same seed, as long as the same may be done. */
export class Schedule {
  private readonly random: Random;
  private box: Box = "none";
  private place: Place = "evidence";
  private isFull = false;
  private opened = 0;
  /** Those that were opened since the box, the day or the place of the journal became another. */
  private known: string[] = [];
  private sinceCountsBegan = 0;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  /** @param mayEvict whether the background may be ended. */
  next(mayEvict: boolean): Step {
    if (this.sinceCountsBegan >= MOST_OPENED) {
      if (this.isFull) return this.setFull(false);
      return this.keep(this.place === "evidence" ? "session" : "evidence");
    }
    const step = this.draw(this.random.pick(BAG), mayEvict);
    return step ?? this.open(1 + this.random.below(3));
  }

  /** It is another day now, on which what was seen before makes a record of its own. */
  turnDay(): void {
    this.known = [];
  }

  /** Null where it cannot be done now. */
  private draw(deed: Step["deed"], mayEvict: boolean): Step | null {
    switch (deed) {
      case "box":
        return this.setBox(
          this.random.pick((["none", "listed", "unlisted"] as const).filter((box) => box !== this.box)),
        );
      case "again":
        return this.known.length > 0 ? { deed, host: this.random.pick(this.known) } : null;
      case "close":
        return { deed, which: this.random.below(1000) };
      case "evict":
        return mayEvict ? { deed } : null;
      case "open-and-evict":
        return mayEvict ? { deed, host: this.fresh() } : null;
      case "fill":
        // While the journal is kept in that memory there is no room for it then.
        return this.place === "evidence" ? this.setFull(!this.isFull) : null;
      case "keep":
        return this.isFull ? null : this.keep(this.place === "evidence" ? "session" : "evidence");
      case "look":
        return { deed, page: this.random.pick(PAGES) };
      default:
        return null;
    }
  }

  private setBox(box: Box): Step {
    this.box = box;
    this.known = [];
    return { deed: "box", box };
  }

  private setFull(isFull: boolean): Step {
    this.isFull = isFull;
    return { deed: isFull ? "fill" : "empty" };
  }

  private keep(place: Place): Step {
    this.place = place;
    this.known = [];
    if (place === "session") this.sinceCountsBegan = 0;
    return { deed: "keep", place };
  }

  private open(count: number): Step {
    return { deed: "open", hosts: Array.from({ length: count }, () => this.fresh()) };
  }

  private fresh(): string {
    const host = `host-${++this.opened}.example`;
    this.known.push(host);
    if (this.box === "listed") this.sinceCountsBegan += 1;
    return host;
  }
}
