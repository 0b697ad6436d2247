import { de } from "./elision.ts";

/** Mots de ce qu’il reste à trancher sur un tableau : valeurs remplacées, textes refusés. */
export const boardSettle = {
  title: "À trancher",
  lead: "Rien n’est perdu : voici ce que vos modifications ont remplacé, ce que d’autres ont remplacé sans l’avoir vu, et ce que le tableau n’a pas pris.",
  replaced: (field: string) => `« ${field} » : deux valeurs`,
  mine: "La vôtre",
  theirs: (by: string | undefined) =>
    by ? `Celle ${de(by)}, qu’elle a remplacée` : "Celle qu’elle a remplacée",
  /** Ce que le tableau montre, quand quelqu’un l’a récrit depuis. */
  standing: "Sur le tableau maintenant",
  shown: "affichée",
  leaveBoard: "Laisser le tableau ainsi",
  deletedUnseen: (by: string) =>
    by
      ? `${by} a supprimé cette carte sans avoir vu ce que vous y aviez écrit.`
      : "Cette carte a été supprimée par quelqu’un qui n’avait pas vu ce que vous y aviez écrit.",
  deletedBy: (by: string) =>
    `Carte supprimée par ${by} entre-temps. Restaurez-la pour la modifier.`,
  restoreCard: "Rétablir la carte",
  leaveDeleted: "La laisser supprimée",
  replacing: (by: string | undefined) =>
    by ? `Celle ${de(by)}, qui l’a remplacée` : "Celle qui l’a remplacée",
  leave: "Laisser l’autre",
  takeBack: "Rétablir la vôtre",
  keepMine: "Garder la vôtre",
  giveBack: "Rétablir l’autre",
  gone: "Carte disparue",
  written: "Ce que vous aviez écrit",
  board: "Sur le tableau",
  restore: "Rétablir la carte et appliquer",
  again: "Réessayer",
  discard: "Abandonner",
  discarded: "Votre texte est abandonné.",
  at: (when: string) => `Modification : ${when}`,
  unknown: "une carte",
  copyText: "Copier le texte",
};
