/** Mots des vues d’un tableau : tableau, liste, calendrier, filtres et vues enregistrées. */
export const boardViews = {
  layout: "Affichage",
  layouts: { board: "Tableau", table: "Liste", calendar: "Calendrier" },
  filter: {
    client: "Client",
    due: "Échéance",
    noClient: "Aucun client",
    state: "État",
    blocking: { blocked: "Bloquée", free: "Non bloquée" },
    states: {
      late: "En retard",
      today: "Aujourd’hui",
      week: "Sous 7 jours",
      later: "Plus tard",
      none: "Sans échéance",
    },
  },
  lanes: {
    menu: (by: string) => `Couloirs : ${by.toLowerCase()}`,
    by: {
      none: "Aucun",
      assignee: "Assigné",
      priority: "Priorité",
      client: "Client",
      tag: "Étiquette",
    },
    without: { assignee: "Personne", client: "Aucun client", tag: "Sans étiquette" },
    more: (n: number) => (n > 1 ? `Afficher ${n} cartes de plus` : "Afficher 1 carte de plus"),
    carried: (lane: string, column: string, at: number, of: number) =>
      `Couloir ${lane}, colonne ${column}, place ${at} sur ${of}.`,
    dropped: (card: string, lane: string, column: string, at: number) =>
      `${card} posée dans ${lane}, ${column}, place ${at}.`,
  },
  transfer: {
    open: "Vers un autre tableau…",
    title: (n: number) =>
      n > 1 ? `${n} cartes vers un autre tableau` : "Carte vers un autre tableau",
    moveBody: (n: number) =>
      n > 1
        ? "Les cartes passent là-bas avec leurs commentaires, leurs fichiers, leurs listes et leurs liens. Leur historique reste ici, avec les originaux archivés."
        : "La carte passe là-bas avec ses commentaires, ses fichiers, ses listes et ses liens. Son historique reste ici, avec l’original archivé.",
    copyBody: (n: number) =>
      n > 1
        ? "Les cartes sont créées là-bas avec leurs fichiers et leurs listes, et restent ici avec leurs commentaires."
        : "La carte est créée là-bas avec ses fichiers et ses listes, et reste ici avec ses commentaires.",
    goThere: "Ouvrir",
    board: "Tableau",
    way: "Action",
    move: "Déplacer",
    copy: "Copier",
    none: "Il n’y a pas d’autre tableau où vous puissiez écrire.",
    moved: (n: number, board: string) =>
      n > 1 ? `${n} cartes sont passées dans ${board}.` : `La carte est passée dans ${board}.`,
    copied: (n: number, board: string) =>
      n > 1 ? `${n} cartes sont copiées dans ${board}.` : `La carte est copiée dans ${board}.`,
    refused: (board: string) => `${board} n’a pas pris la carte : elle reste ici.`,
    stays: (n: number, board: string) =>
      n > 1
        ? `Quelqu’un a modifié ${n} cartes dans ${board} entre-temps : elles y restent aussi.`
        : `Quelqu’un a modifié la carte dans ${board} entre-temps : elle y reste aussi.`,
    unmoved: (board: string) =>
      `« ${board} » n’a pas repris la carte ou n’est pas joignable : elle reste ici.`,
    later: (board: string) =>
      `${board} n’est pas joignable. Cela se fera dès qu’il le sera ; rien n’est perdu.`,
  },
  saved: {
    menu: "Vues",
    mine: "Mes vues",
    shared: "Vues partagées",
    all: "Tableau entier",
    saveAs: "Enregistrer comme vue…",
    saveTitle: "Enregistrer la vue",
    saveBody: "Affichage, filtres, couloirs et tri sont gardés sous ce nom.",
    name: "Nom de la vue",
    share: "Partager avec toute l’entreprise",
    update: (name: string) => `Mettre à jour « ${name} »`,
    rename: "Renommer ou partager…",
    renameTitle: "Renommer la vue",
    byDefault: "Ouvrir le tableau avec cette vue",
    remove: "Supprimer la vue",
    removed: (name: string) => `La vue « ${name} » est supprimée.`,
    updated: (name: string) => `La vue « ${name} » est à jour.`,
    changed: "modifiée",
    default: "par défaut",
  },
  table: {
    label: "Cartes du tableau",
    columns: "Colonnes",
    reset: "Colonnes de départ",
    open: (title: string) => `Ouvrir ${title}`,
    fields: {
      reference: "Réf.",
      title: "Titre",
      column: "Colonne",
      priority: "Priorité",
      assignees: "Assignés",
      client: "Client",
      due: "Échéance",
      tags: "Étiquettes",
      createdAt: "Création",
      updatedAt: "Modification",
    },
    empty: "Aucune carte",
    emptyBody: "Ajoutez une première carte : elle apparaît ici comme sur le tableau.",
    noMatch: "Aucune carte ne correspond",
    noMatchBody: "Retirez un filtre pour en voir davantage.",
    noDate: (text: string) => `« ${text} » n’est pas une date.`,
  },
  calendar: {
    label: "Échéances",
    span: "Durée affichée",
    spans: { month: "Mois", week: "Semaine" },
    today: "Aujourd’hui",
    previous: { month: "Mois précédent", week: "Semaine précédente" },
    next: { month: "Mois suivant", week: "Semaine suivante" },
    more: (n: number) => (n === 1 ? "1 autre" : `${n} autres`),
    less: "Réduire",
    day: (date: string, n: number) =>
      `${date}, ${n === 0 ? "aucune carte" : n === 1 ? "1 carte" : `${n} cartes`}`,
    add: (date: string) => `Ajouter une carte pour le ${date}`,
    tray: "Sans échéance",
    trayEmpty: "Toutes les cartes ont une échéance.",
    trayHint: "Glissez une carte ici pour retirer son échéance.",
    show: "Afficher les cartes sans échéance",
    lifted: (card: string) =>
      `${card} prise. Flèches pour changer de jour, Suppr pour retirer l’échéance, Entrée pour poser, Échap pour annuler.`,
    carried: (date: string) => date,
    dropped: (card: string, date: string) => `${card} : échéance le ${date}.`,
    undated: (card: string) => `${card} n’a plus d’échéance.`,
    cancelled: (card: string) => `${card} garde son échéance.`,
  },
};
