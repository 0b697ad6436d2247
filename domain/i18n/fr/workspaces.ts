import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Mots des espaces d’analyse, de leurs sources et de leurs questions. Les nombres arrivent mis en forme. */
export const workspaces = {
  title: "Analyses",
  spaces: "Espaces d’analyse",
  files: "Fichiers de cet appareil",
  new: "Espace",
  newTitle: "Nouvel espace d’analyse",
  newBody: "Un espace réunit des données, des questions et des tableaux de bord.",
  create: "Créer l’espace",
  fromFile: "Créer un espace d’analyse",
  fromFileBody: (organization: string) =>
    `Les personnes de ${organization} qui voient les analyses y liront le nom du fichier, ses colonnes et leur nombre de lignes. Les lignes elles-mêmes restent sur cet appareil.`,
  instead:
    "Ou partez d’un fichier : l’espace porte son nom. Vos collègues voient ce nom et ses colonnes, pas ses lignes.",
  chooseFile: "Choisir un fichier",
  name: "Nom",
  description: "Description",
  more: "Afficher plus",
  empty: {
    title: "Posez une question à vos données",
    body: "Déposez un fichier : il est lu dans votre navigateur, y reste, et répond à vos questions.",
    reader: "Aucun espace d’analyse n’a encore été créé dans votre entreprise.",
  },
  counts: {
    sources: (count: number, shown: string) => `${shown} ${plural(count, "source", "sources")}`,
    questions: (count: number, shown: string) =>
      `${shown} ${plural(count, "question", "questions")}`,
    dashboards: (count: number, shown: string) =>
      `${shown} ${plural(count, "tableau de bord", "tableaux de bord")}`,
  },
  menu: (title: string) => `Actions pour ${title}`,
  edit: "Renommer et décrire",
  editTitle: "Modifier l’espace",
  save: "Enregistrer",
  delete: "Supprimer l’espace",
  deleted: (title: string) => `Espace « ${title} » supprimé`,
  gone: {
    title: "Cet espace a été supprimé",
    body: "Ses sources, ses questions et ses tableaux de bord peuvent revenir avec lui.",
    restore: "Rétablir l’espace",
    list: "Voir les espaces",
  },
  recent: {
    dashboards: "Derniers tableaux de bord",
    questions: "Dernières questions",
  },
  page: {
    ask: "Poser une question",
    askLead: "Que voulez-vous savoir de ces données ?",
    questions: "Questions",
    dashboards: "Tableaux de bord",
    noQuestions: "Aucune question enregistrée.",
    noQuestionsBody:
      "Une question enregistrée garde son SQL et son graphique, et se relit en un clic.",
    noSourcesBody: "Déposez un fichier n’importe où sur la page, ou ajoutez une source.",
    noDashboards: "Aucun tableau de bord.",
    createDashboard: "Créer un tableau de bord",
    newDashboard: "Nouveau tableau de bord",
    verified: "Vérifiée",
    deleteQuestion: "Supprimer la question",
    questionDeleted: (title: string) => `Question « ${title} » supprimée`,
  },
  share: {
    open: "Partager avec l’entreprise…",
    title: (name: string) => `Partager « ${name} »`,
    lead: "Ce fichier quittera cet appareil pour le serveur de votre entreprise. Vous pourrez le reprendre.",
    size: "Taille",
    readers: "Qui pourra le lire",
    readersBody: (organization: string) =>
      `Toutes les personnes de ${organization} qui voient les analyses.`,
    sent: "Ce qui est envoyé",
    sentBody: (file: string) =>
      `« ${file} » tel qu’il est, et la façon dont il est lu. Vos autres fichiers restent ici.`,
    confirm: "Partager",
    stop: "Interrompre",
    sending: "Envoi du fichier",
    done: (name: string) => `« ${name} » partagé avec l’entreprise`,
    tooLarge: (size: string, most: string) =>
      `Ce fichier fait ${size} : un fichier partagé ne dépasse pas ${most}.`,
    missing: "Ce fichier n’est pas sur cet appareil : seul qui l’a peut le partager.",
    undo: "Ne plus partager",
    undoTitle: (name: string) => `Ne plus partager « ${name} » ?`,
    undoLead:
      "Le fichier est effacé du serveur. Qui ne l’a pas sur son appareil ne pourra plus le lire, ni les réponses qui en dépendent.",
    undone: (name: string) => `« ${name} » n’est plus partagé`,
    update: "Mettre à jour la copie partagée…",
    updateTitle: (name: string) => `Mettre à jour la copie partagée ${de(name)}`,
    updateLead:
      "Le fichier de cet appareil prend la place de la copie partagée. La source, son nom en SQL, les questions et les tableaux de bord restent.",
    updateNow: "Mettre à jour",
    updated: (name: string) => `Copie partagée ${de(name)} mise à jour`,
    updateMissing:
      "Le fichier de cette copie n’est pas sur cet appareil : mettez-la à jour depuis l’appareil qui l’a, ou importez-le d’abord ici.",
    current: "La copie partagée a déjà ce contenu : il n’y a rien à envoyer.",
    revised:
      "La lecture de la copie partagée a été changée pour tous : celle du fichier de cet appareil prend sa place.",
    behind: "Le fichier de cet appareil a changé depuis ce partage.",
    behindOf: (name: string) =>
      `La copie partagée ${de(name)} ne change pas avec ce fichier : elle a encore le contenu d’avant.`,
    behindOpen: "Mettre à jour…",
    behindOne: (name: string) => `Mettre à jour la copie partagée ${de(name)}`,
    copyLong: (organization: string) =>
      `Une copie est sur le serveur de votre entreprise : toutes les personnes de ${organization} qui voient les analyses la lisent.`,
    copyIn: "Copie partagée :",
    someLong: (organization: string) =>
      `Les fichiers marqués « Partagé avec l’entreprise » ont une copie sur le serveur, que lisent toutes les personnes de ${organization} qui voient les analyses. Les autres restent sur cet appareil.`,
  },
  joins: {
    title: "Jointures suggérées",
    lead: "Une jointure acceptée entre dans le modèle de données : les questions s’en servent.",
    pair: (from: string, to: string) => `${from} et ${to}`,
    some: (found: string, rows: string, from: string, to: string) =>
      `${found} des ${rows} lignes de « ${from} » ont leur ligne dans « ${to} ».`,
    all: (rows: string, from: string, to: string) =>
      `Les ${rows} lignes de « ${from} » ont toutes leur ligne dans « ${to} ».`,
    unmeasured: (from: string, to: string) =>
      `D’après leurs noms ; à vérifier sur les lignes de « ${from} » et de « ${to} ».`,
    kinds: {
      "one-to-one": "Une ligne pour une.",
      "many-to-one": "Plusieurs lignes pour une.",
      "one-to-many": "Une ligne pour plusieurs.",
      "many-to-many": "Plusieurs lignes pour plusieurs.",
    },
    use: "Utiliser",
    useOne: (pair: string) => `Utiliser la jointure entre ${pair}`,
    check: "Vérifier",
    checkOne: (pair: string) => `Vérifier la jointure entre ${pair}`,
    dismiss: (pair: string) => `Écarter la jointure entre ${pair}`,
    added: "Jointure ajoutée au modèle de données",
    dismissed: "Jointure écartée",
  },
  sources: {
    title: "Données",
    add: "Ajouter des données",
    available: "Aussi disponibles",
    addOne: (name: string) => `Ajouter ${name}`,
    added: (name: string) => `« ${name} » ajouté à l’espace`,
    kinds: {
      device: "Fichier",
      shared: "Partagé avec l’entreprise",
      organization: "Aetheria",
      connection: "Base de données",
    },
    own: { clients: "Clients", tasks: "Tâches", notes: "Notes" },
    info: (rows: number, shownRows: string, columns: number, shownColumns: string) =>
      `${shownRows} ${plural(rows, "ligne", "lignes")} · ${shownColumns} ${plural(columns, "colonne", "colonnes")}`,
    columnsOnly: (columns: number, shown: string) =>
      `${shown} ${plural(columns, "colonne", "colonnes")}`,
    others: (count: number, shown: string) =>
      `${shown} ${plural(count, "autre colonne", "autres colonnes")}`,
    fewer: "Moins de colonnes",
    columnsOf: (name: string) => `Colonnes ${de(name)}`,
    stays: "Ses lignes restent hors du serveur",
    staysLong:
      "Vos collègues voient son nom, ses colonnes et le nombre de ses lignes. Les lignes elles-mêmes ne quittent pas l’appareil.",
    absent: "N’est pas sur cet appareil",
    absentBody: (name: string) =>
      `Déposez ici « ${name} » : ses lignes n’ont jamais quitté l’appareil de qui l’a ajouté.`,
    absentNamed: (name: string, file: string) =>
      `« ${name} » n’est pas sur cet appareil : son fichier (« ${file} ») est sur celui de la personne qui l’a ajouté. Déposez-le ici, ou demandez-lui de le partager.`,
    unreadNamed: (name: string) => `« ${name} » n’a pas pu être lu ici.`,
    cut: (name: string, count: number, rows: string) =>
      `« ${name} » est incomplet : ${plural(count, "seule sa première ligne est lue", `seules ses ${rows} premières lignes sont lues`)}, les chiffres qui en viennent sont partiels. Réduisez la source par une requête SQL (WHERE, GROUP BY).`,
    bring: "Choisir le fichier",
    loading: "Lecture…",
    rowsSoFar: (count: number, shown: string) => `${shown} ${plural(count, "ligne", "lignes")}`,
    stop: "Arrêter",
    stopOne: (name: string) => `Arrêter la lecture ${de(name)}`,
    stopped: "Lecture arrêtée.",
    resume: "Lire à nouveau",
    failed: "Lecture impossible",
    unreadable: "Cette version ne lit pas encore cette source.",
    retry: "Réessayer",
    menu: (name: string) => `Actions pour ${name}`,
    rename: "Renommer",
    renameTitle: "Renommer la source",
    table: "Nom en SQL",
    tableHint: "Minuscules sans accent, chiffres et _ ; pas de chiffre au début.",
    tableWrong: "Seulement des minuscules sans accent, des chiffres et _.",
    copyTable: "Copier le nom en SQL",
    remove: "Retirer de l’espace",
    removed: (name: string) => `« ${name} » retiré de l’espace`,
  },
};
