/** What a colour says. A tone never stands alone: a shape or a word says the same. */
export type Tone = "neutral" | "accent" | "ok" | "warn" | "bad" | "info" | "live";

/** Soft fill with readable ink (4.5:1 at least in both themes). */
export const softTone: Record<Tone, string> = {
  neutral: "bg-chip text-ink-2",
  accent: "bg-accent-soft text-accent-ink",
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
  live: "bg-signal-soft text-signal-ink",
};

/** Text alone, on surface. */
export const inkTone: Record<Tone, string> = {
  neutral: "text-ink-2",
  accent: "text-accent-ink",
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  live: "text-signal-ink",
};

/** Colours a person may give to a tag, a board or a favourite: the chart palette. */
export const SWATCHES = ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"] as const;
export type Swatch = (typeof SWATCHES)[number];

/** Fill of a swatch. Written out, so that the classes are found at build time. */
export const swatchFill: Record<Swatch, string> = {
  c1: "bg-c1",
  c2: "bg-c2",
  c3: "bg-c3",
  c4: "bg-c4",
  c5: "bg-c5",
  c6: "bg-c6",
  c7: "bg-c7",
  c8: "bg-c8",
};
