import { CSV_DIALECTS, csvLine, textCell } from "#domain/csv.ts";
import { audit as en } from "#domain/i18n/en/audit.ts";
import { audit as fr } from "#domain/i18n/fr/audit.ts";
import type { AuditEntry } from "./model.ts";

type Language = keyof typeof CSV_DIALECTS;

const WORDS = { fr, en };

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
  const { csv } = WORDS[language];
  const heads = HEADS.map((name): string => csv[name]);
  return csvLine(["N°", ...heads].map(textCell), CSV_DIALECTS[language]);
}

/** A row of the audit log as a line of CSV. Instants are UTC, values are as they are stored. */
export function auditCsvLine(entry: AuditEntry, language: Language): string {
  const words = WORDS[language];
  const fields: Readonly<Record<string, string>> = words.fields;
  const entities: Readonly<Record<string, string>> = words.entities;
  const actions: Readonly<Record<string, string>> = words.actions;
  const changes = entry.changes
    .map(({ field, before, after }) => [field, valueText(before), valueText(after)] as const)
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => words.csv.change(fields[field] ?? field, before, after));
  const cells = [
    entry.at,
    entry.actor.name,
    entry.actor.id,
    words.kinds[entry.actor.kind],
    actions[entry.action] ?? entry.action,
    entities[entry.entity] ?? entry.entity,
    entry.label,
    entry.entityId,
    changes.join("\n"),
    entry.address ?? "",
    entry.requestId,
  ];
  return csvLine([String(entry.id), ...cells.map(textCell)], CSV_DIALECTS[language]);
}

function valueText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}
