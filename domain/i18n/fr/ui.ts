/** Generic words of the design system. */
export const ui = {
  close: "Fermer",
  cancel: "Annuler",
  closeAgain:
    "Ce que vous avez saisi n’est pas enregistré. Fermez encore une fois pour y renoncer.",
  leaving: {
    title: "Quitter sans enregistrer ?",
    body: "Ce que vous avez modifié sur cette page n’est pas encore enregistré.",
    leave: "Quitter sans enregistrer",
    stay: "Rester sur la page",
  },
  save: "Enregistrer",
  remove: "Retirer",
  clear: "Effacer",
  copy: "Copier",
  copied: "Copié",
  undo: "Annuler",
  undone: "Annulé",
  retry: "Réessayer",
  loading: "Chargement",
  required: "obligatoire",
  more: "Plus d’actions",
  search: "Rechercher",
  noResult: "Aucun résultat",
  none: "Aucun",
  choose: "Choisir",
  previous: "Précédent",
  next: "Suivant",
  deleteKey: "Suppr",
  escapeKey: "Échap",
  notifications: "Notifications",
  request: "Requête",
  password: {
    show: "Afficher le mot de passe",
    hide: "Masquer le mot de passe",
    capsLock: "Verrouillage majuscules activé",
  },
  priority: {
    none: "Sans priorité",
    low: "Priorité basse",
    medium: "Priorité moyenne",
    high: "Priorité haute",
    urgent: "Priorité urgente",
  },
  presence: {
    online: "en ligne",
    away: "absent",
  },
  people: {
    self: (name: string) => `${name} (vous)`,
    more: (count: number) => (count === 1 ? "1 autre personne" : `${count} autres personnes`),
  },
  saveState: {
    saved: "Enregistré",
    saving: (count: number) =>
      count > 1 ? `Enregistrement de ${count} modifications…` : "Enregistrement…",
    offline: (count: number) => (count > 0 ? `Hors ligne – ${count} à envoyer` : "Hors ligne"),
    lost: (count: number) =>
      count > 0
        ? `Connexion perdue, nouvelle tentative… ${count} à envoyer`
        : "Connexion perdue, nouvelle tentative…",
    conflict: (count: number) =>
      count > 1 ? `${count} conflits à trancher` : "1 conflit à trancher",
    failed: "Non enregistré",
  },
  offline: {
    now: "Hors ligne.",
    since: (duration: string) => `Hors ligne depuis ${duration}.`,
    pending: (count: number, time: string) =>
      count > 1
        ? `Données de ${time}, ${count} modifications en attente.`
        : count === 1
          ? `Données de ${time}, 1 modification en attente.`
          : `Données de ${time}, rien en attente.`,
    see: (count: number) => `Voir les ${count}`,
  },
  error: {
    title: "La liste n’a pas pu être lue",
    safe: "Vos modifications sont gardées sur cet appareil et partiront toutes seules.",
  },
  filter: {
    add: "Filtre",
    remove: (field: string) => `Retirer le filtre ${field}`,
  },
  slideOver: {
    resize: "Largeur du panneau",
  },
  live: {
    changedBy: (name: string, age: string) => `Modifié par ${name} il y a ${age}`,
  },
  grid: {
    selectAll: "Tout sélectionner",
    selectRow: (name: string) => `Sélectionner ${name}`,
    columns: "Colonnes",
    sortAscending: "Tri croissant",
    sortDescending: "Tri décroissant",
    noSort: "Sans tri",
    hide: "Masquer la colonne",
    moveLeft: "Déplacer à gauche",
    moveRight: "Déplacer à droite",
    wider: "Élargir",
    narrower: "Rétrécir",
    resize: (column: string) => `Largeur de la colonne ${column}`,
    menu: (column: string) => `Colonne ${column}`,
    saveKey: "enregistrer",
    nextKey: "suivant",
    cancelKey: "annuler",
    rows: (shown: string, total: string) => `${shown} sur ${total}`,
  },
  palette: {
    title: "Rechercher ou agir",
    move: "parcourir",
    open: "ouvrir",
    actions: "autres actions",
    commands: "commandes seules",
    people: "personnes",
    removeContext: (context: string) => `Retirer ${context}`,
    results: (count: number) => (count > 1 ? `${count} résultats` : `${count} résultat`),
  },
  date: {
    open: "Ouvrir le calendrier",
    previousMonth: "Mois précédent",
    nextMonth: "Mois suivant",
    today: "Aujourd’hui",
    invalid: (like: string) => `Cette date n’existe pas. Écrivez-la comme ${like}.`,
    /** Of a day, a month and a year in the order of the locale. */
    letters: { day: "jj", month: "mm", year: "aaaa" },
    words: "demain, vendredi, 12/3, +3j",
    notWords: "Écrivez une date comme « demain », « 12/3 » ou « dans 3 jours ».",
    week: "Semaine",
  },
  combobox: {
    open: "Ouvrir la liste",
    create: (text: string) => `Créer « ${text} »`,
    remove: (name: string) => `Retirer ${name}`,
  },
  theme: {
    label: "Apparence",
    system: "Système",
    light: "Clair",
    dark: "Sombre",
  },
  language: {
    label: "Langue",
    fr: "Français",
    en: "English",
  },
};
