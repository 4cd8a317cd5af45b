/** Draws the map again: node tooling/map/write.ts */
import { writeFileSync } from "node:fs";
import { mapFile, mapPage } from "./page.ts";

writeFileSync(mapFile, mapPage());
