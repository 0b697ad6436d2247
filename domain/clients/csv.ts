import { CSV_DIALECTS, csvLine, moneyCell, textCell } from "#domain/csv.ts";
import { clients as en } from "#domain/i18n/en/clients.ts";
import { clients as fr } from "#domain/i18n/fr/clients.ts";
import type { ClientRecord } from "./model.ts";

type Language = keyof typeof CSV_DIALECTS;

const WORDS = { fr, en };

/** The length of the day in an ISO instant. */
const DAY = 10;

const COLUMNS = [
  "company",
  "contact",
  "status",
  "stage",
  "priority",
  "sector",
  "size",
  "phone",
  "email",
  "nextAction",
  "nextActionOn",
  "ownerId",
  "estimatedMinor",
  "notes",
  "createdAt",
  "updatedAt",
] as const;

/** The heads of an export of clients, in the words of a language. */
export function clientCsvHead(language: Language): string {
  const { fields } = WORDS[language];
  const cells = COLUMNS.map((column) => {
    const unit = column === "estimatedMinor" ? " (EUR)" : "";
    return textCell(fields[column] + unit);
  });
  return csvLine([textCell("Id"), ...cells], CSV_DIALECTS[language]);
}

/**
 * A client as a line of CSV: words in a language, days as `YYYY-MM-DD` (UTC), amounts in euros.
 * @param names the members of the organization, by id; who is not among them is a former member.
 */
export function clientCsvLine(
  client: ClientRecord,
  language: Language,
  names: ReadonlyMap<string, string>,
): string {
  const dialect = CSV_DIALECTS[language];
  const words = WORDS[language];
  const written: Partial<Record<(typeof COLUMNS)[number], string>> = {
    status: textCell(words.status[client.status]),
    stage: textCell(words.stage[client.stage]),
    priority: textCell(words.priority[client.priority]),
    size: textCell(client.size === null ? "" : words.size[client.size]),
    ownerId: textCell(
      client.ownerId === null ? "" : (names.get(client.ownerId) ?? words.formerMember),
    ),
    createdAt: textCell(client.createdAt.slice(0, DAY)),
    updatedAt: textCell(client.updatedAt.slice(0, DAY)),
    estimatedMinor: moneyCell(client.estimatedMinor, dialect),
  };
  const cells = COLUMNS.map((column) => written[column] ?? textCell(String(client[column] ?? "")));
  return csvLine([textCell(client.id), ...cells], dialect);
}
