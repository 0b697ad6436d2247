const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Mots des tableaux de bord. Les nombres et les dates arrivent mis en forme. */
export const dashboards = {
  title: "Tableau de bord",
  actions: (unread: number) =>
    unread === 0
      ? "Actions du tableau de bord"
      : `Actions du tableau de bord, ${unread} ${plural(unread, "commentaire non lu", "commentaires non lus")}`,
  gone: {
    title: "Ce tableau de bord n’existe plus",
    body: "Il a été supprimé, ou son espace avec lui.",
    restore: "Rétablir le tableau de bord",
    list: "Voir l’espace",
  },
  delete: "Supprimer le tableau de bord",
  deleted: (title: string) => `Tableau de bord « ${title} » supprimé`,
  empty: {
    title: "Ce tableau de bord est vide",
    body: "Ajoutez un widget : un graphique, un chiffre, une liste ou un texte.",
  },
  clash: (title: string) =>
    `« ${title} » a été modifié par quelqu’un d’autre en même temps. Sa version est affichée.`,
  insist: "Garder la mienne",
  together: {
    title: "Modifié entre-temps par quelqu’un d’autre",
    body: "Choisissez avant d’enregistrer : rien n’est perdu d’ici là.",
    now: (field: string) => `${field}, maintenant :`,
    chart: "Une autre présentation du graphique",
    removed: "Retiré",
    takeTheirs: "Prendre la sienne",
    also: (names: string, count: number) =>
      count < 2 ? `${names} a aussi ceci ouvert.` : `${names} ont aussi ceci ouvert.`,
    overtaken: (title: string) =>
      `« ${title} » : quelqu’un d’autre a changé la même chose depuis. Son travail reste.`,
    gone: (title: string) => `« ${title} » a été retiré par quelqu’un d’autre.`,
  },
  filters: {
    reset: "Réinitialiser",
    label: "Filtres du tableau de bord",
    clicks: "Par clic",
    clear: (count: number) =>
      count < 2 ? "Effacer" : count === 2 ? "Effacer les deux" : "Tout effacer",
    narrowed: (count: number) =>
      `Tableau filtré par ${count} ${plural(count, "choix", "choix")} sur les graphiques`,
  },
  period: {
    presets: {
      all: "Toutes les dates",
      this_month: "Ce mois-ci",
      last_month: "Mois dernier",
      this_quarter: "Ce trimestre",
      this_year: "Cette année",
      last_year: "Année dernière",
      last_12_months: "12 derniers mois",
    },
    from: "Du",
    to: "Au",
    since: (from: string) => `depuis le ${from}`,
    until: (to: string) => `jusqu’au ${to}`,
  },
  range: {
    all: "Tout",
    between: (from: string, to: string) => `de ${from} à ${to}`,
    least: (from: string) => `à partir de ${from}`,
    most: (to: string) => `jusqu'à ${to}`,
    from: "De",
    to: "À",
    apply: "Appliquer",
    noNumber: "Écrivez un nombre, ou laissez vide.",
    turned: "La fin est plus petite que le début.",
  },
  category: {
    all: "Tout",
    some: (count: number) => `${count} valeurs`,
    search: "Chercher une valeur",
    none: "Aucune valeur",
    clear: "Tout afficher",
  },
  brush: {
    span: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  },
  widget: {
    untouched: (labels: string) => `Non filtré par : ${labels}`,
    more: (title: string) => `Actions pour ${title}`,
    rows: "Voir les lignes",
    edit: "Modifier…",
    picture: "Image (PNG)",
    csv: "Exporter en CSV",
    duplicate: "Dupliquer",
    remove: "Retirer",
    removed: (title: string) => `« ${title} » retiré`,
    copyOf: (title: string) => `${title} (copie)`,
    filtersAll: "filtre tout",
    table: "Voir le tableau",
    chart: "Voir le graphique",
    noSql: "Ce widget n’a pas encore de question. Ouvrez « Modifier » pour en écrire une.",
    noRows: "Aucune ligne pour ces filtres",
    reading: (names: readonly string[]) =>
      `Lecture de ${names.map((name) => `« ${name} »`).join(", ")}`,
    computing: "Calcul en cours",
    unread: (names: readonly string[]) =>
      names.length === 0
        ? "Les sources n’ont pas pu être lues"
        : `Impossible de lire ${names.map((name) => `« ${name} »`).join(", ")}`,
    unreadBody: "La lecture s’est interrompue. Vos données sont intactes.",
    stopped: "La lecture a été arrêtée.",
    short: "Non calculé",
    retry: "Réessayer",
    failed: "La requête n’a pas abouti",
    absent: "Données absentes de cet appareil",
    absentBody: (names: string) =>
      `${names} se trouve sur un autre appareil. Ajoutez le fichier ici, il y reste.`,
    addFile: "Ajouter le fichier",
    against: (name: string) => `par rapport à ${name}`,
  },
  export: {
    title: "Exporter",
    picture: "Image du tableau (PNG)",
    workbook: "Classeur Excel",
    print: "Imprimer ou PDF",
    filter: (label: string, value: string) => `${label} : ${value}`,
    filters: { title: "Filtres", name: "Filtre", value: "Valeur" },
    moreRows: (count: number, rows: string) =>
      `… et ${rows} ${plural(count, "autre ligne", "autres lignes")}`,
    moreColumns: (count: number, columns: string) =>
      `+ ${columns} ${plural(count, "colonne", "colonnes")}`,
  },
  versions: {
    title: "Versions",
    none: "Aucune version pour l’instant. Une version est gardée quand vous terminez une modification, tous les trente changements et chaque jour de travail.",
    by: (name: string, when: string) => `${name}, ${when}`,
    keep: "Garder une version maintenant",
    name: "Nom de la version",
    rename: (title: string) => `Nommer la version ${title}`,
    compare: "Ce qui changerait",
    same: "Rien : le tableau de bord est ainsi.",
    would: {
      title: (title: string) => `Le tableau de bord s’appellerait « ${title} »`,
      filters: (labels: string) => `Filtres : ${labels}`,
      added: (title: string) => `« ${title} » reviendrait`,
      removed: (title: string) => `« ${title} » serait retiré`,
      renamed: (from: string, to: string) => `« ${from} » s’appellerait « ${to} »`,
      moved: (title: string) => `« ${title} » changerait de place`,
      resized: (title: string) => `« ${title} » changerait de taille`,
      query: (title: string) => `« ${title} » poserait une autre question (SQL)`,
      chart: (title: string) => `« ${title} » serait dessiné autrement`,
      text: (title: string) => `« ${title} » dirait autre chose`,
      look: (title: string) => `« ${title} » serait d’un autre genre`,
    },
    restore: "Rétablir",
    restored: (when: string) =>
      `Tableau de bord rétabli comme il était (${when}). L’état d’avant est gardé comme version.`,
  },
  rows: {
    count: (count: number, shown: string) => `${shown} ${plural(count, "ligne", "lignes")}`,
    why: "Les lignes de ce widget ne peuvent pas être isolées",
    reasons: {
      "no-from": "Ce widget ne lit aucune table.",
      distinct:
        "La question retire les doublons (DISTINCT) : ce qui reste n’a plus de lignes à soi.",
      derived:
        "La question part d’un résultat intermédiaire : ses lignes ne sont pas celles d’une table.",
      column: "La liste de la question ne dit pas d’où vient chaque colonne.",
      differs:
        "Les lignes trouvées ne redonnent pas les chiffres affichés : plutôt rien que de fausses lignes.",
      refused: "Le moteur n’a pas pu isoler les lignes de cette question.",
    },
  },
  edit: {
    redo: "Rétablir",
    changedBy: (name: string) => `Modifié par ${name}`,
    start: "Modifier",
    done: "Terminer",
    undo: "Annuler",
    title: "Titre du tableau de bord",
    hint: "Faites glisser la poignée, ou placez-vous dessus : flèches pour déplacer, Maj + flèches pour redimensionner.",
    move: (title: string) => `Déplacer ${title}`,
    resize: (title: string) => `Redimensionner ${title}`,
    placed: (title: string, column: number, row: number, width: number, height: number) =>
      `${title} : colonne ${column}, ligne ${row}, largeur ${width}, hauteur ${height}`,
  },
  form: {
    add: "Ajouter un widget",
    addButton: "Ajouter",
    edit: "Modifier le widget",
    save: "Enregistrer",
    kind: "Genre",
    kinds: { chart: "Graphique", number: "Chiffre", table: "Tableau", text: "Texte" },
    question: "Reprendre une question enregistrée",
    noQuestion: "Choisir une question",
    noSql: "Sans écrire de SQL :",
    build: "composez une question pas à pas, puis épinglez-la ici",
    title: "Titre",
    sql: "SQL",
    sqlHint:
      "Les filtres de date et de catégorie s’appliquent d’eux-mêmes. Une mesure au choix s’écrit {{nom}}.",
    text: "Texte",
    textHint: "Markdown : titres, listes, gras.",
    preview: "Aperçu",
  },
  parameters: {
    open: "Filtres",
    title: "Filtres du tableau de bord",
    body: "Une date, une catégorie ou des nombres filtrent tous les widgets qui lisent sa colonne. Une mesure se choisit dans le SQL.",
    kind: "Genre",
    kinds: {
      period: "Période",
      category: "Catégorie",
      range: "Nombres",
      choice: "Mesure au choix",
    },
    label: "Nom affiché",
    column: "Colonne",
    columns: "Colonnes proposées",
    add: "Ajouter ce filtre",
    save: "Enregistrer",
    remove: (label: string) => `Retirer ${label}`,
  },
};
