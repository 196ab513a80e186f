import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Resvg } from "@resvg/resvg-js";

const FOLDER = new URL("../extension/icons/", import.meta.url);
const SIZES = [16, 32, 48, 128];

/** Renders every drawing in extension/icons/ to the sizes that browsers ask of a toolbar and a store. */
for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".svg"))) {
  const drawing = readFileSync(new URL(file, FOLDER), "utf8");
  for (const size of SIZES) {
    const image = new Resvg(drawing, { fitTo: { mode: "width", value: size } }).render();
    writeFileSync(new URL(`${file.slice(0, -".svg".length)}-${size}.png`, FOLDER), image.asPng());
  }
}
console.log(`Icons written to ${fileURLToPath(FOLDER)}`);
