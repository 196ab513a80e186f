import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";

/** The parts of the project, folders mostly, and which others each of them imports. */
export type Structure = ReadonlyMap<string, ReadonlySet<string>>;

const PAGES = "pages of the extension";
const IMPORT = /\b(?:from|import)\s*\(?"(\.[^"]+\.tsx?)"/g;

/** What the code of the detector and of the extension imports from itself, types and what is loaded later included. */
export function readStructure(): Structure {
  const structure = new Map<string, Set<string>>();
  for (const file of ["src", "extension"].flatMap(codeIn)) {
    const others = structure.get(partOf(file)) ?? new Set();
    for (const [, to = ""] of readFileSync(file, "utf8").matchAll(IMPORT)) {
      const part = partOf(join(dirname(file), to));
      if (part !== partOf(file)) others.add(part);
    }
    structure.set(partOf(file), others);
  }
  return structure;
}

/** Whether a part is a page, or all of them. */
export const isPage = (part: string): boolean => part === PAGES || existsSync(join(part, "index.html"));

/** The parts from which a way leads back to themselves, and those that lie above such a circle. */
export function inCircles(structure: Structure): readonly string[] {
  let left = [...structure];
  for (;;) {
    const names = new Set(left.map(([part]) => part));
    const above = left.filter(([, others]) => [...others].some((other) => names.has(other)));
    if (above.length === left.length) return [...names];
    left = above;
  }
}

/** The structure as a Mermaid flowchart, all pages as one, without the arrows that a longer way implies. */
export function drawStructure(structure: Structure): string {
  const drawn = withPagesAsOne(structure);
  const lines = [...drawn].flatMap(([part, others]) => {
    const implied = new Set([...others].flatMap((other) => [...reachable(drawn, other)]));
    return [...others].filter((other) => !implied.has(other)).map((other) => `  ${box(part)} --> ${box(other)}`);
  });
  return ["flowchart TD", ...lines.sort()].join("\n");
}

/** A text in Markdown with its Mermaid diagram replaced by this one. */
export function withDiagram(text: string, diagram: string): string {
  return text.replace(/```mermaid\n[^`]*```/, () => `\`\`\`mermaid\n${diagram}\n\`\`\``);
}

function codeIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
}

function partOf(file: string): string {
  return file.split("/", 2).join("/");
}

function withPagesAsOne(structure: Structure): Structure {
  const merged = new Map<string, Set<string>>();
  for (const [part, others] of structure) {
    const name = isPage(part) ? PAGES : part;
    merged.set(name, new Set([...(merged.get(name) ?? []), ...others]));
  }
  return merged;
}

/** The parts below one. */
function reachable(structure: Structure, from: string): Set<string> {
  const found = new Set<string>();
  const next = [...(structure.get(from) ?? [])];
  for (const part of next) {
    if (!found.has(part)) next.push(...(structure.get(part) ?? []));
    found.add(part);
  }
  return found;
}

const box = (part: string): string => `${part.replaceAll(/\W+/g, "_")}["${part}"]`;
