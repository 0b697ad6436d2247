import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Files that are no CSV: workbooks, JSON, Parquet, pasted tables, several at once. */
export const analyticsFiles = {
  sheet: "Feuille",
  list: "Liste",
  typed: "Le fichier dit lui-même ses colonnes et leurs types.",
  locked: "Ce fichier est protégé",
  lockedBody: "Retirez son mot de passe dans le logiciel qui l’a écrit, puis déposez-le à nouveau.",
  damaged: "Ce fichier est abîmé ou incomplet",
  damagedBody: "Sa fin manque, ou son contenu n’est pas ce que son nom annonce. Refaites l’export.",
  tooLargeBody:
    "Un classeur ou du JSON doit tenir en mémoire d’un coup. Enregistrez les mêmes données en CSV ou en Parquet.",
  pasted: (day: string) => `Collage du ${day}`,
  rename: "Renommer…",
  renamed: (name: string) => `Renommé « ${name} »`,
  notPasted:
    "Ce qui a été collé n’est pas un tableau. Copiez des cellules d’un tableur ou d’une page.",
  waiting: (count: number, names: string) =>
    `${plural(count, "Un autre fichier attend", `${count} autres fichiers attendent`)} : ${names}`,
  next: (name: string) => `Passer à « ${name} »`,
  together: "En faire un seul tableau, avec une colonne pour le nom du fichier",
  oneByOne: "Leurs colonnes diffèrent : ils seront lus l’un après l’autre.",
  file: "Fichier",
  edit: "Modifier la lecture et les étapes…",
  editTitle: (name: string) => `Modifier la lecture ${de(name)}`,
  editing: "Lecture et étapes",
  editSave: "Enregistrer",
  editSaved: (count: number, rows: string) =>
    `Lecture modifiée : ${rows} ${plural(count, "ligne", "lignes")}`,
  editAll: (count: number, files: string) =>
    `Les étapes valent pour les ${files} fichiers. L’aperçu les montre ensemble.`,
  editShared: "Ce que vous enregistrez vaut pour tous ceux qui lisent ce fichier.",
  elsewhere: "Ce fichier est sur un autre appareil : sa lecture se modifie là où il est.",
  replace: "Remplacer le fichier…",
  append: "Ajouter les lignes d’un fichier…",
  replaceTitle: (name: string) => `Remplacer ${name}`,
  appendTitle: (name: string) => `Ajouter des lignes à ${name}`,
  replaceNow: "Remplacer",
  appendNow: (count: number, rows: string) => `Ajouter ${rows} ${plural(count, "ligne", "lignes")}`,
  twice: (name: string) =>
    `Ce fichier est déjà là, sous le nom « ${name} » : ses lignes compteraient deux fois.`,
  rowsRead: (count: number, rows: string) => `${rows} ${plural(count, "ligne lue", "lignes lues")}`,
  moved: (from: string, to: string) => `${from} → ${to}`,
  sameColumns: "Les colonnes sont les mêmes.",
  changedColumns: "Ce qui change dans les colonnes",
  added: (columns: string) => `Nouvelles : ${columns}`,
  gone: (columns: string) => `Absentes : ${columns}`,
  retyped: (column: string, from: string, to: string) =>
    `Autre type : ${column}, ${from.toLowerCase()} avant, ${to.toLowerCase()} maintenant`,
  asked: (columns: string) =>
    `Votre requête parle ${de(columns)}. Elle est gardée, mais pourrait ne plus convenir.`,
  affected: "Ce qui ne conviendra plus",
  affectedHint: "Rien n’est supprimé : chaque élément peut être corrigé ensuite.",
  affectedKinds: { question: "Question", widget: "Tableau de bord", model: "Modèle de données" },
  affectedReasons: {
    gone: "ne pourra plus être calculé",
    kind: "lit une colonne dont le type change",
  },
  withOrigin: "Ajouter une colonne avec le nom du fichier",
  originColumn: "fichier",
  changed: (count: number, rows: string) =>
    `${rows} ${plural(count, "ligne", "lignes")} au total, vos requêtes sont gardées`,
};
