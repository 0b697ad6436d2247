import { isMeasure, isTime, type ColumnProfile } from "#domain/analytics/profile.ts";

/**
 * What a column is good for. `key` tells rows apart, `measure` adds up, `rate` is averaged (a price, a percentage), `category` groups
 * rows, `text` is too varied to group by, `empty` holds nothing.
 */
export type Role = "key" | "measure" | "rate" | "time" | "category" | "flag" | "text" | "empty";

const IDENTIFIER =
  /(?:^|_)(?:id|uuid|num|numero|no|ref|reference|siret|siren|iban|tel|telephone|phone|ean|isbn)(?:_|$)|^n°/;
const CODE =
  /(?:^|_)(?:code|cp|postal|zip|dept|departement|annee|year|mois|month|jour|day|semaine|week|trimestre|quarter|rang|rank)(?:_|$)/;
const RATE =
  /(?:^|_)(?:taux|rate|pct|percent|pourcentage|prix|price|unitaire|unit|remise_pct|note|score|age|latitude|longitude|lat|lon|lng)(?:_|$)|%/;

/** A name as words of small letters without accents: `Date de facture` → `date_de_facture`. */
export const plainName = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9%°]+/g, "_")
    .replace(/^_+|_+$/g, "");

/** True when every row has a value of its own, as far as the profile knows. */
const tellsRowsApart = ({ count, nulls, distinct, approximate }: ColumnProfile): boolean =>
  nulls === 0 && count > 1 && (approximate ? distinct >= count * 0.9 : distinct === count);

/** The role of a column, from its kind, its name and how its values repeat. */
export function roleOf(column: ColumnProfile): Role {
  const { kind, count, distinct } = column;
  const name = plainName(column.name);
  if (count === 0) return "empty";
  if (isTime(kind)) return "time";
  if (kind === "boolean") return "flag";
  if (isMeasure(kind)) {
    if (IDENTIFIER.test(name)) return tellsRowsApart(column) ? "key" : "text";
    if (CODE.test(name)) return "category";
    return RATE.test(name) || column.unit === "%" ? "rate" : "measure";
  }
  if (tellsRowsApart(column)) return "key";
  return distinct <= Math.max(2, count / 2) ? "category" : "text";
}

const MONEY =
  /(?:^|_)(?:montant|total|ht|ttc|ca|chiffre|amount|revenue|sales|valeur|value|cout|cost|marge|margin|solde|balance)(?:_|$)/;

const weight = (column: ColumnProfile): number =>
  (MONEY.test(plainName(column.name)) ? 4 : 0) + (column.kind === "number" ? 1 : 0);

/** Columns of the role that a person would look at first: amounts before counts, those with fewer gaps before others. */
export function measuresOf(columns: readonly ColumnProfile[]): ColumnProfile[] {
  return columns
    .filter((column) => roleOf(column) === "measure" && column.distinct > 1)
    .toSorted((a, b) => weight(b) - weight(a) || a.nulls - b.nulls);
}

/** The date that most rows have, if any: the one that trends are drawn over. */
export function mainDate(columns: readonly ColumnProfile[]): ColumnProfile | undefined {
  return columns
    .filter((column) => roleOf(column) === "time" && column.distinct > 1)
    .toSorted((a, b) => a.nulls - b.nulls)[0];
}

/** Columns that group rows, those with fewer groups first. */
export const categoriesOf = (columns: readonly ColumnProfile[]): ColumnProfile[] =>
  columns
    .filter((column) => roleOf(column) === "category" && column.distinct > 1)
    .toSorted((a, b) => a.distinct - b.distinct);
