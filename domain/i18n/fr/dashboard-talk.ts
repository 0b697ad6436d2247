/** Mots de ce qui se dit sur un tableau de bord, et de qui le regarde. */
export const dashboardTalk = {
  open: (unread: number) =>
    unread === 0
      ? "Commentaires"
      : unread === 1
        ? "Commentaires, 1 non lu"
        : `Commentaires, ${unread} non lus`,
  title: "Commentaires",
  none: "Aucun commentaire pour l’instant. Mentionnez une personne avec @ : elle reçoit une notification et un e-mail.",
  noneOpen: "Tout est résolu.",
  about: "À propos de",
  whole: "Tout le tableau de bord",
  gone: "Widget retiré",
  deleted: "Ce commentaire a été supprimé.",
  write: "Écrire un commentaire…",
  send: "Commenter",
  resolve: "Résoudre",
  reopen: "Rouvrir",
  resolvedBy: (name: string, when: string) => `Résolu par ${name}, ${when}`,
  showResolved: (count: number) =>
    count === 1 ? "Afficher le commentaire résolu" : `Afficher les ${count} commentaires résolus`,
  hideResolved: "Masquer les commentaires résolus",
  unread: "Non lu",
  here: (names: string) => `Aussi sur ce tableau de bord : ${names}`,
  edits: (name: string, title: string) => `${name} modifie « ${title} »`,
};
