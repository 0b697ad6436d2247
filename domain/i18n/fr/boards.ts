/** Mots des tableaux : colonnes de départ, priorités, refus, état de la liaison. */
export const boards = {
  columns: {
    backlog: "Backlog",
    todo: "À faire",
    doing: "En cours",
    review: "Validation",
    done: "Terminé",
  },
  priorities: {
    none: "Aucune",
    low: "Basse",
    medium: "Moyenne",
    high: "Haute",
    urgent: "Urgente",
  },
  /** Couleurs que l’on donne aux étiquettes et aux cartes. */
  colors: {
    c1: "Pétrole",
    c2: "Orange",
    c3: "Brique",
    c4: "Bleu",
    c5: "Prune",
    c6: "Olive",
    c7: "Menthe",
    c8: "Gris",
  },
  /** Une image de la carte, en couverture. */
  picture: "Image",
  /** Ce qu’une carte est pour une autre. */
  relations: { blocks: "Bloque", blocked_by: "Bloquée par", relates: "Liée à" },
  /** Pourquoi une modification n’a pas pu se faire. */
  refused: {
    invalid: "Cette modification n’est pas valable. Rechargez la page.",
    too_large: "Ce texte est trop long pour une carte. Raccourcissez-le ou joignez un fichier.",
    forbidden: "Votre rôle ne permet pas cette modification.",
    archived: "Ce tableau est archivé. Restaurez-le pour le modifier.",
    card_gone: "Cette carte n’existe plus.",
    card_deleted: "Cette carte a été supprimée entre-temps. Restaurez-la pour la modifier.",
    column_gone: "Cette colonne a été supprimée ou archivée entre-temps.",
    comment_gone: "Ce commentaire n’existe plus.",
    wip_limit:
      "Cette colonne est pleine : sa limite de cartes est atteinte. Rien n’est perdu : choisissez une autre colonne ou relevez la limite.",
    column_last: "Un tableau garde au moins une colonne.",
    column_not_empty: "Choisissez où vont les cartes de cette colonne.",
    too_many: "La limite est atteinte.",
    description_conflict:
      "Quelqu’un a modifié les mêmes lignes. Votre texte est gardé comme brouillon : comparez les deux.",
  },
  link: {
    connecting: "Connexion…",
    saved: "Enregistré",
    saving: "Enregistrement…",
    offline: (count: number) =>
      count === 0
        ? "Hors ligne"
        : count === 1
          ? "Hors ligne : 1 modification en attente"
          : `Hors ligne : ${count} modifications en attente`,
    reload: "Une nouvelle version est disponible. Rechargez la page.",
    forbidden: "Vous n’avez plus accès à ce tableau.",
    unstored: "Ce navigateur ne garde pas les modifications hors ligne.",
  },
};
