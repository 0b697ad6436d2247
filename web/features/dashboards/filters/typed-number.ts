import type { Language } from "#domain/i18n/texts.ts";

/** A number as people type it in their language; null of nothing, undefined of what is none. */
export function typedNumber(text: string, language: Language): number | null | undefined {
  const bare = text.replaceAll(/\s/g, "").replace("\u2212", "-");
  if (bare === "") return null;
  const groups = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare);
  const plain = language === "en" && groups ? bare.replaceAll(",", "") : bare.replace(",", ".");
  return /^-?(?:\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** The same number as it would be typed, with all its digits. */
export function numberToType(value: number | null, language: Language): string {
  const text = value === null ? "" : String(value);
  return language === "fr" ? text.replace(".", ",") : text;
}
