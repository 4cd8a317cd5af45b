import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Extractor, ExtractorConfig, ExtractorLogLevel } from "@microsoft/api-extractor";
import type { Published } from "../release/packages.ts";
import { readable } from "./readable.ts";

/** One thing that can be imported, and where its report is kept. */
export interface Entry {
  readonly library: Published;
  readonly name: string;
  readonly declarations: string;
  readonly report: string;
}

/** What a library lets be imported. */
export function entriesOf(library: Published): Entry[] {
  return Object.entries(library.entries).map(([subpath, source]) => {
    const name = subpath === "." ? library.name : `${library.name}${subpath.slice(1)}`;
    const declarations = resolve(library.folder, source.replace("src/", "dist/").replace(/\.ts$/, ".d.ts"));
    const file = subpath === "." ? "index" : subpath.slice(2);
    return { library, name, declarations, report: resolve(library.folder, "surface", `${file}.api.md`) };
  });
}

const options = {
  module: "nodenext",
  moduleResolution: "nodenext",
  target: "es2023",
  lib: ["es2023", "dom"],
  types: [],
  skipLibCheck: true,
  // In the workspace a library's import of another is answered by that one's sources.
  allowImportingTsExtensions: true,
  noEmit: true,
};
const none = { default: { logLevel: ExtractorLogLevel.None } };

/** Every name an entry exports, with its type, as API Extractor reads it from the emitted declarations. */
export function reportOf({ library, name, declarations }: Entry): string {
  const folder = mkdtempSync(join(tmpdir(), "surface-"));
  const config = ExtractorConfig.prepare({
    packageJsonFullPath: resolve(library.folder, "package.json"),
    configObjectFullPath: undefined,
    configObject: {
      projectFolder: library.folder,
      mainEntryPointFilePath: declarations,
      newlineKind: "lf",
      compiler: { overrideTsconfig: { compilerOptions: options, files: [declarations] } },
      apiReport: {
        enabled: true,
        reportFileName: "report",
        reportFolder: folder,
        reportTempFolder: folder,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        extractorMessageReporting: none,
        tsdocMessageReporting: none,
      },
    },
  });
  const messages: string[] = [];
  try {
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error) messages.push(message.text);
        message.handled = true;
      },
    });
    if (!succeeded) throw new Error(`the declarations of ${name} cannot be read:\n${messages.join("\n")}`);
    return readable(name, readFileSync(join(folder, "report.api.md"), "utf8"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
