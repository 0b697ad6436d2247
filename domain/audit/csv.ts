import { CSV_DIALECTS, csvLine, textCell } from "#domain/csv.ts";
import { audit as auditEn } from "#domain/i18n/en/audit.ts";
import { boards as boardsEn } from "#domain/i18n/en/boards.ts";
import { clients as clientsEn } from "#domain/i18n/en/clients.ts";
import { identity as identityEn } from "#domain/i18n/en/identity.ts";
import { audit as auditFr } from "#domain/i18n/fr/audit.ts";
import { boards as boardsFr } from "#domain/i18n/fr/boards.ts";
import { clients as clientsFr } from "#domain/i18n/fr/clients.ts";
import { identity as identityFr } from "#domain/i18n/fr/identity.ts";
import type { AuditEntry } from "./model.ts";
import { labelWords, valueWords, type ValueTexts } from "./value-words.ts";

type Language = keyof typeof CSV_DIALECTS;

const TEXTS: Record<Language, ValueTexts> = {
  fr: { audit: auditFr, boards: boardsFr, clients: clientsFr, identity: identityFr },
  en: { audit: auditEn, boards: boardsEn, clients: clientsEn, identity: identityEn },
};

const HEADS = [
  "at",
  "actor",
  "actorId",
  "kind",
  "action",
  "entity",
  "label",
  "recordId",
  "changes",
  "address",
  "requestId",
] as const;

/** The heads of an export of the audit log, in the words of a language. */
export function auditCsvHead(language: Language): string {
  const { csv } = TEXTS[language].audit;
  const heads = HEADS.map((name): string => csv[name]);
  return csvLine(["N°", ...heads].map(textCell), CSV_DIALECTS[language]);
}

/**
 * A row of the audit log as a line of CSV, in the words of its page. Instants are UTC, amounts in their major unit.
 * @param names what the records were called whose ids stand in the row.
 */
export function auditCsvLine(
  entry: AuditEntry,
  language: Language,
  names: Readonly<Record<string, string | null>> = {},
): string {
  const texts = TEXTS[language];
  const words = texts.audit;
  const say = valueTextOf(language, names);
  const fields: Readonly<Record<string, string>> = words.fields;
  const entities: Readonly<Record<string, string>> = words.entities;
  const actions: Readonly<Record<string, string>> = words.actions;
  const changes = entry.changes
    // Whose id it is stands in a column of its own.
    .filter(({ field }) => field !== "id")
    .map(({ field, before, after }) => [field, say(field, before), say(field, after)] as const)
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => words.csv.change(fields[field] ?? field, before, after));
  const cells = [
    entry.at,
    entry.actor.name,
    entry.actor.id,
    words.kinds[entry.actor.kind],
    actions[entry.action] ?? entry.action,
    entities[entry.entity] ?? entry.entity,
    labelWords(texts, entry.entity, entry.label),
    entry.entityId,
    changes.join("\n"),
    entry.address ?? "",
    entry.requestId,
  ];
  return csvLine([String(entry.id), ...cells.map(textCell)], CSV_DIALECTS[language]);
}

function valueTextOf(language: Language, names: Readonly<Record<string, string | null>>) {
  const { values } = TEXTS[language].audit;
  const words = valueWords(TEXTS[language], (id) => names[id]);
  const one = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "boolean") return value ? values.yes : values.no;
    if (typeof value === "number" && field === "estimatedMinor")
      return (value / 100).toFixed(2).replace(".", CSV_DIALECTS[language].decimal);
    return typeof value === "string" ? (words(field, value) ?? value) : JSON.stringify(value);
  };
  return (field: string, value: unknown): string => {
    if (!Array.isArray(value)) return one(field, value);
    return value.length === 0 ? "–" : value.map((item) => one(field, item)).join(", ");
  };
}
