import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

const NBSP = "\u00a0";

/** Words of suggested questions: what each asks, said in full, so that a person sees what will be computed. */
export const analyticsSuggest = {
  label: "Poser une question en français ou en anglais",
  placeholder: "Top 10 des clients, CA par mois, évolution…",
  list: "Questions proposées",
  none: "Aucune question ne correspond à ces mots dans vos données.",
  instead: "Ce que vous pouvez leur demander :",
  try: "Essayez le nom d’une colonne, « par mois » ou « top 10 ».",
  searching: "Recherche…",
  found: (count: number, shown: string) =>
    `${shown} ${plural(count, "question proposée", "questions proposées")}`,
  ignored: (words: string) => `Sans tenir compte de${NBSP}: ${words}`,
  hint: "Calculé sur cet appareil, sans intelligence artificielle.",
  /** Name of a number of rows in the result. */
  count: "nombre",
  share: "part_%",
  measures: {
    sum: (column: string) => `Somme ${de(column)}`,
    avg: (column: string) => `Moyenne ${de(column)}`,
    min: (column: string) => `Minimum ${de(column)}`,
    max: (column: string) => `Maximum ${de(column)}`,
    median: (column: string) => `Médiane ${de(column)}`,
    count: (column: string) => `Nombre de valeurs de « ${column} »`,
    distinct: (column: string) => `Nombre de valeurs différentes de « ${column} »`,
    share: (column: string) => `Part ${de(column)}`,
  },
  rows: "Nombre de lignes",
  rowsShare: "Part des lignes",
  all: (table: string) => `Lignes de ${table}`,
  by: (what: string) => `par ${what}`,
  and: (first: string, second: string) => `${first} et ${second}`,
  or: (first: string, second: string) => `${first} ou ${second}`,
  parts: {
    day: "jour",
    week: "semaine",
    month: "mois",
    quarter: "trimestre",
    year: "an",
    weekday: "jour de la semaine",
    hour: "heure",
  },
  within: (from: string, to: string) => `du ${from} au ${to}`,
  on: (day: string) => `le ${day}`,
  since: (from: string) => `depuis le ${from}`,
  until: (to: string) => `jusqu’au ${to}`,
  is: (column: string, values: string) => `${column}${NBSP}: ${values}`,
  isNot: (column: string, values: string) => `${column} sauf ${values}`,
  yes: (column: string) => `${column}${NBSP}: oui`,
  no: (column: string) => `${column}${NBSP}: non`,
  empty: (column: string) => `sans ${column}`,
  top: (count: number, shown: string) => plural(count, "le premier", `les ${shown} premiers`),
  bottom: (count: number, shown: string) => plural(count, "le dernier", `les ${shown} derniers`),
};
