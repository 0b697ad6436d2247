import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Cleaning steps: what can be done to a table, and what was done. */
export const analyticsSteps = {
  title: "Étapes de nettoyage",
  menu: "Ajouter une étape",
  submit: "Ajouter",
  add: {
    trim: "Retirer les espaces autour",
    upper: "Mettre en majuscules",
    lower: "Mettre en minuscules",
    replace: "Remplacer un texte…",
    merge: "Réunir les variantes d’écriture",
    split: "Couper en colonnes…",
    fill: "Recopier vers le bas",
    totals: "Retirer les lignes de total",
    empties: "Retirer les lignes vides",
    duplicates: "Retirer les doublons",
    rename: "Renommer une colonne…",
    compute: "Calculer une colonne…",
  },
  done: {
    trimAll: "Espaces retirés autour des textes",
    trim: (column: string) => `Espaces retirés autour ${de(column)}`,
    upper: (column: string) => `${column} en majuscules`,
    lower: (column: string) => `${column} en minuscules`,
    replace: (column: string, from: string, to: string) =>
      `${column} : « ${from} » remplacé par ${to === "" ? "rien" : `« ${to} »`}`,
    merge: (column: string) => `${column} : variantes d’écriture réunies`,
    split: (column: string, into: string) => `${column} coupé en ${into}`,
    fill: (column: string) => `${column} recopié vers le bas`,
    totals: "Lignes de total retirées",
    empties: "Lignes vides retirées",
    emptiesIn: (column: string) => `Lignes sans ${column} retirées`,
    duplicates: "Doublons retirés",
    duplicatesIn: (column: string) => `Une seule ligne gardée par ${column}`,
    rename: (column: string, to: string) => `${column} renommé en ${to}`,
    type: (column: string, kind: string) => `${column} lu comme ${kind.toLowerCase()}`,
    compute: (name: string, expression: string) => `${name} = ${expression}`,
  },
  up: (step: string) => `Avancer l’étape « ${step} »`,
  down: (step: string) => `Reculer l’étape « ${step} »`,
  undo: (step: string) => `Annuler l’étape « ${step} »`,
  variants: {
    title: (column: string, count: number, texts: string) =>
      `${column} : ${texts} ${plural(count, "valeur écrite", "valeurs écrites")} de plusieurs façons`,
    from: (spelling: string, cells: string) => `« ${spelling} » (${cells})`,
    into: (spellings: string, to: string) => `${spellings} → ${to}`,
    more: (count: number, texts: string) => `et ${texts} ${plural(count, "autre", "autres")}`,
    apply: "Réunir",
    applyTo: (column: string) => `Réunir les variantes de ${column}`,
  },
  misfit: "Étape ignorée : sa colonne manque, n’est pas du texte, ou le nouveau nom est déjà pris.",
  column: "Colonne",
  allColumns: "Toutes les colonnes",
  from: "Texte à remplacer",
  to: "Nouveau texte",
  toHint: "Laissez vide pour l’effacer.",
  whole: "Seulement si la cellule ne contient que ce texte",
  separator: "Séparateur",
  into: "Nouvelles colonnes",
  intoHint: "Deux à huit noms séparés par des virgules. La dernière prend le reste.",
  name: "Nom de la colonne",
  expression: "Calcul",
  expressionHint: "Une expression SQL, par exemple montant * 1.2 ou year(date).",
  totalsHint:
    "Retire les lignes dont une cellule dit Total, Sous-total, Total général, Somme ou Ensemble.",
};
