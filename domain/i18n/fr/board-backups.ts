import { duMoment } from "./elision.ts";

/** Les sauvegardes d’un tableau : un mois de nuits, et celles que l’on demande. */
export const boardBackups = {
  open: "Sauvegardes…",
  title: (board: string) => `Sauvegardes de « ${board} »`,
  lead: "Chaque nuit, un tableau qui a changé est sauvegardé ; une sauvegarde se garde trente jours.",
  make: "Sauvegarder maintenant",
  made: "Le tableau est sauvegardé.",
  none: "Aucune sauvegarde pour l’instant : la première se fait cette nuit.",
  list: "Sauvegardes",
  why: { night: "De la nuit", asked: "À la demande", before: "Avant un retour" },
  holds: (cards: number, columns: number) =>
    `${cards} ${cards > 1 ? "cartes" : "carte"}, ${columns} ${columns > 1 ? "colonnes" : "colonne"}`,
  goBack: "Y revenir",
  goBackTo: (when: string) => `Revenir au tableau ${duMoment(when)}`,
  sure: (when: string) => `Revenir au tableau ${duMoment(when)} ?`,
  sureLead:
    "Tout le monde verra le tableau tel qu’il était. Il est d’abord sauvegardé tel qu’il est : vous pourrez y revenir. Les cartes créées depuis seront dans les cartes supprimées, d’où elles se rétablissent.",
  confirm: "Revenir à cette sauvegarde",
  back: "Retour",
  returned: (when: string) => `Le tableau est revenu à son état ${duMoment(when)}.`,
  /** Ce que lit quiconque a le tableau ouvert. */
  returnedBy: (who: string, when: string) =>
    `${who} a ramené le tableau à son état ${duMoment(when)}.`,
  nothing: {
    undo: "Rien à annuler : le tableau est revenu à une sauvegarde depuis vos dernières modifications.",
    redo: "Rien à rétablir : le tableau est revenu à une sauvegarde depuis vos dernières modifications.",
  },
};
