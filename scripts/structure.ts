import { readFileSync, writeFileSync } from "node:fs";
import { drawStructure, readStructure, withDiagram } from "./import-structure.ts";

const PAGE = "docs/architecture.md";

writeFileSync(PAGE, withDiagram(readFileSync(PAGE, "utf8"), drawStructure(readStructure())));
