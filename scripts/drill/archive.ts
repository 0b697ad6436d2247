import { unzipSync } from "fflate";
import { Manifest, type Part } from "#domain/exports/manifest.ts";

/** An archive as a library that is not ours opens it. */
export interface Archive {
  manifest: Manifest;
  /** The lines of parts, one after the other. */
  lines: (parts: readonly Part[]) => string[];
  bytes: (entry: string) => Uint8Array;
}

/** Opens an archive whole, in memory. Throws when it is none. */
export function openArchive(content: Uint8Array): Archive {
  const files = unzipSync(content);
  const bytes = (entry: string) => {
    const found = files[entry];
    if (!found) throw new Error(`The archive holds no ${entry}`);
    return found;
  };
  const text = (entry: string) => new TextDecoder().decode(bytes(entry));
  return {
    manifest: Manifest.parse(JSON.parse(text("manifest.json"))),
    bytes,
    lines: (parts) => parts.flatMap(({ entry }) => text(entry).split("\n").slice(0, -1)),
  };
}
