import { chartEdit } from "./analytics-chart-edit.ts";
import { chartSaid } from "./analytics-chart-said.ts";
import { de } from "./elision.ts";

/** Words of charts and of the table beside each. */
export const analyticsChart = {
  view: "Affichage",
  chart: "Graphique",
  table: "Tableau",
  none: "Ce résultat se lit mieux en tableau",
  other: "Autres",
  export: "Exporter",
  csv: "CSV",
  png: "Image PNG",
  svg: "Image SVG",
  print: "Imprimer…",
  printed: (shown: string, all: string) =>
    `Les ${shown} premières lignes sur ${all} ; le fichier CSV les a toutes.`,
  /** In the name of an exported file: letters that every system takes. */
  fileWord: "requete",
  label: (title: string) => `Graphique : ${title}. Le tableau donne les mêmes valeurs.`,
  count: "Nombre",
  periods: { day: "par jour", month: "par mois", year: "par an" },
  title: (measure: string, by: string) => `${measure} ${by}`,
  by: (column: string) => `par ${column}`,
  and: (first: string, second: string) => `${first} et ${second}`,
  spread: (measure: string) => `Répartition ${de(measure)}`,
  lines: "Nombre de lignes",
  ...chartSaid,
  edit: chartEdit,
};
