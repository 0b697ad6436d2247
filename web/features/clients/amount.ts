/**
 * Reads an amount in euros as people type it, in either language: « 45 000,50 », "45,000.50", "45000".
 * @returns minor units, null for nothing, undefined for what is no positive amount.
 */
export function readAmount(text: string): number | null | undefined {
  const bare = text.replaceAll(/[\s\u00A0\u202F€']/g, "");
  if (bare === "") return null;
  const match = /^(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const whole = Number((match[1] ?? "").replaceAll(/[.,]/g, ""));
  const cents = Number((match[2] ?? "").padEnd(2, "0"));
  const minor = whole * 100 + cents;
  return minor <= 1_000_000_000_000 ? minor : undefined;
}

/** An amount as it is edited: no grouping, the decimal sign of the language, decimals only when there are some. */
export function writeAmount(minor: number | null, language: "fr" | "en"): string {
  if (minor === null) return "";
  const cents = minor % 100;
  const whole = String((minor - cents) / 100);
  return cents === 0
    ? whole
    : `${whole}${language === "fr" ? "," : "."}${String(cents).padStart(2, "0")}`;
}
