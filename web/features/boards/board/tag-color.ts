import { SWATCHES, type Swatch } from "#web/ui/tone.ts";

/** One tag, one colour everywhere: FNV-1a of its words over the chart palette. */
export function tagColor(tag: string): Swatch {
  let hash = 0x811c9dc5;
  for (const char of tag) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return SWATCHES[(hash >>> 0) % SWATCHES.length] ?? "c1";
}
