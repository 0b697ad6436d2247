import { SWATCHES, type Swatch } from "#web/ui/tone.ts";

/** Chosen so that the usual labels of the trade (Structure, EXE, Avenant, Devis, Permis, DOE, Visa) all differ. */
const SEED = 1_464_139;

/** One tag, one colour everywhere: a hash of its words, its bits well mixed, over the chart palette. */
export function tagColor(tag: string): Swatch {
  let hash = SEED;
  for (const char of tag) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash ^= hash >>> 13;
  return SWATCHES[(hash >>> 0) % SWATCHES.length] ?? "c1";
}
