import { valueWords } from "#domain/audit/value-words.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";

const RECORD_ID = /^[a-z]{3}_[0-9A-HJKMNP-TV-Z]{26}$/;

/** Ids of records among values, also within lists: what their names must be asked for. */
export function idsIn(values: readonly unknown[]): string[] {
  const found = values.flat().filter((value) => typeof value === "string" && RECORD_ID.test(value));
  return [...new Set(found as string[])];
}

/** `say("estimatedMinor", 4500000)` – any value of a difference in words. `name` tells what an id is called. */
export function useValueText(name: (id: string) => string | undefined) {
  const t = useTexts();
  const f = useFormat();
  /** What a card is to another; rows of before told no more than the relation. */
  const linkText = (value: unknown): string => {
    const { relation = value, other = "" } = value as { relation?: unknown; other?: string };
    const words: Readonly<Record<string, string>> = t().boards.relations;
    const said = words[String(relation)] ?? String(relation);
    return [said, name(other.split("/").at(-1) ?? "")].filter(Boolean).join(" ");
  };
  const one = (field: string, value: unknown): string => {
    const { values, days } = t().audit;
    if (value === null || value === undefined || value === "") return values.empty;
    if (typeof value === "boolean") return value ? values.yes : values.no;
    if (typeof value === "number") {
      if (field === "estimatedMinor") return f().money(value, "EUR");
      return field.endsWith("Days") ? days(f().number(value)) : f().number(value);
    }
    if (field === "links") return linkText(value);
    if (typeof value !== "string") return JSON.stringify(value);
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return f().day(value);
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return f().stamp(value);
    return valueWords(t(), name)(field, value) ?? value;
  };
  return (field: string, value: unknown): string => {
    if (!Array.isArray(value)) return one(field, value);
    return value.length === 0
      ? t().audit.values.empty
      : value.map((item) => one(field, item)).join(", ");
  };
}
