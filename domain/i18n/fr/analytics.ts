import { analyticsAdvice } from "./analytics-advice.ts";
import { analyticsChart } from "./analytics-chart.ts";
import { analyticsFiles } from "./analytics-files.ts";
import { analyticsRefused } from "./analytics-refused.ts";
import { analyticsSteps } from "./analytics-steps.ts";
import { de } from "./elision.ts";

const plural = (count: number, one: string, many: string): string =>
  Math.abs(count) < 2 ? one : many;

/** Files read and asked on the person’s own device. Counts arrive formatted, with the number itself where the plural needs it. */
export const analytics = {
  title: "Analyses",
  import: "Importer",
  importCsv: "Importer un fichier",
  stays: "Reste sur cet appareil",
  staysLong: "Le fichier est lu dans ce navigateur. Rien n’en sort.",
  drop: {
    here: "Déposez le fichier ici",
  },
  list: {
    emptyHint: "ou déposez un fichier n’importe où sur la page",
    remove: "Retirer de cet appareil",
    removed: (name: string) => `« ${name} » retiré de cet appareil`,
    unreadable: "Les fichiers de cet appareil n’ont pas pu être lus",
    unreadableBody:
      "Le navigateur refuse l’accès à son stockage, par exemple en navigation privée.",
  },
  steps: {
    label: "Étapes de l’import",
    file: "Fichier",
    reading: "Lecture",
    cleaning: "Nettoyage",
    ready: "Prêt",
  },
  refused: analyticsRefused,
  engine: {
    unavailable: "Le moteur d’analyse n’a pas pu être chargé",
    unavailableBody:
      "Il arrive du serveur à la première utilisation, puis reste sur cet appareil. Vérifiez la connexion.",
    lost: "La mémoire du navigateur n’a pas suffi",
    lostBody:
      "Le moteur a redémarré, vos fichiers sont intacts. Réduisez la requête ou fermez d’autres onglets.",
    restarted:
      "Le moteur d’analyse s’est arrêté et redémarre. Rien n’est perdu, les données sont relues.",
    starting: "Démarrage du moteur",
    loading: (name: string) => `Lecture ${de(name)}`,
  },
  reading: {
    title: "Comment nous l’avons lu",
    detect: "Détecter",
    inProgress: "Lecture en cours",
    stats: (size: string, count: number, rows: string, time: string) =>
      `${size} · ${rows} ${plural(count, "ligne lue", "lignes lues")} en ${time}`,
    continue: (count: number, rows: string) =>
      `Continuer avec ${rows} ${plural(count, "ligne", "lignes")}`,
    pending: "Continuer…",
    nothing: "Aucune ligne à garder",
    continueDoubtful: (count: number, rows: string) =>
      `À vérifier : continuer avec ${rows} ${plural(count, "ligne", "lignes")}`,
    yours: (instead: string) => `Choisi par vous, au lieu de ${instead}`,
    sure: (why: string) => `Sûr : ${why}`,
    check: (why: string) => `À vérifier : ${why}`,
    dateExample: (cell: string, read: string, other: string) =>
      `${cell} est lu ${read}. Dans l’autre ordre, ce serait ${other}.`,
    again: "Refaire la lecture ne perd ni vos questions ni vos requêtes.",
  },
  decisions: {
    delimiter: "Séparateur",
    numbers: "Décimales",
    dates: "Dates",
    encoding: "Encodage",
    header: "En-tête",
    totals: "Total",
    empties: "Vides",
    shortRows: "Lignes courtes",
    badCells: "Illisibles",
    quotes: "Guillemets",
  },
  options: {
    semicolon: "Point-virgule ;",
    comma: "Virgule ,",
    tab: "Tabulation",
    pipe: "Barre |",
    otherDelimiter: (sign: string) => `Autre ${sign}`,
    numbersComma: "Virgule 1 234,56",
    numbersPoint: "Point 1,234.56",
    dmy: "jj/mm/aaaa",
    mdy: "mm/jj/aaaa",
    "utf-8": "UTF-8",
    "windows-1252": "Windows-1252",
    "utf-16le": "UTF-16 LE",
    "utf-16be": "UTF-16 BE",
    headerLine: (line: string) => `Ligne ${line}`,
    noHeader: "Sans en-tête",
    excludeTotal: "Exclure la dernière ligne",
    keepTotal: "Garder la dernière ligne",
    wholeDocument: "Le document entier",
    reject: "Mettre de côté",
    fill: "Compléter à vide",
    emptyCell: "Laisser la cellule vide",
    quotesDouble: 'Doubles "…"',
    quotesNone: "Aucun",
  },
  evidence: {
    columns: (columns: string, share: string) => `${columns} colonnes sur ${share} des lignes`,
    uncut: (count: number, lines: string, columns: string) =>
      `${lines} ${plural(count, "ligne ne se découpe pas", "lignes ne se découpent pas")} en ${columns} colonnes`,
    unread: (count: number, lines: string) =>
      `${lines} ${plural(count, "ligne ne se lit pas", "lignes ne se lisent pas")} ainsi`,
    among: (sample: string) => `« ${sample} » est parmi des textes, et sa colonne reste du texte`,
    otherSign: (sample: string) => `« ${sample} » s’écrit avec l’autre signe`,
    declared: "annoncé par la première ligne",
    single: "une seule colonne",
    prose: "des phrases plutôt que des colonnes",
    seen: (sample: string) => `vu dans « ${sample} »`,
    bothWays: (sample: string) => `« ${sample} » se lit des deux façons`,
    noDecimals: "aucun nombre à virgule",
    oneWay: (sample: string) => `« ${sample} » ne se lit que dans cet ordre`,
    otherWay: (sample: string) => `« ${sample} » ne se lit que dans l’autre ordre`,
    regional: (sample: string) =>
      `« ${sample} » : là où le point-virgule sépare, le jour vient en premier`,
    iso: "l’année vient en premier",
    noDates: "aucune date à trancher",
    bom: "annoncé par le fichier",
    valid: "tous les caractères sont valides",
    ascii: "aucun accent",
    guessed: "les accents ne sont pas de l’UTF-8",
    titles: (count: number, lines: string) =>
      plural(count, `${lines} ligne de titre sautée`, `${lines} lignes de titre sautées`),
    types: "différent des lignes suivantes",
    double: "la ligne suivante en fait peut-être partie",
    looks: "tout est du texte",
    missing: "la première ligne ressemble aux suivantes",
    total: (label: string) => `« ${label} » reconnu`,
    noTotal: "aucune ligne de total",
    words: (words: string) => `${words} lus comme vides`,
  },
  cleaning: {
    amounts: (columns: string) => `Espaces, unités et signes retirés des nombres : ${columns}`,
    yesNo: (columns: string) => `Oui et non reconnus : ${columns}`,
    skipped: (columns: string) => `Colonnes non importées : ${columns}`,
    nothing: "Les cellules se lisent telles quelles.",
  },
  repairs: {
    encoding: "Des caractères plus loin n’étaient pas de l’UTF-8 : relu en Windows-1252.",
    lenient: "Fins de ligne ou guillemets irréguliers : relu avec tolérance.",
    longLines: "Des lignes très longues : limite relevée.",
    years: (column: string) =>
      `« ${column} » a des années à deux chiffres parmi celles à quatre : relu en conséquence.`,
    text: (column: string, share: string) =>
      `« ${column} » lu comme texte : ${share} des cellules ne se lisaient pas autrement.`,
  },
  kinds: {
    text: "Texte",
    integer: "Nombre entier",
    number: "Nombre",
    date: "Date",
    timestamp: "Date et heure",
    boolean: "Oui/Non",
  },
  column: {
    menu: (name: string) => `Colonne ${name}`,
    readAs: "Lire comme",
    rename: "Renommer…",
    renameTitle: (name: string) => `Renommer « ${name} »`,
    newName: "Nouveau nom",
    skip: "Ne pas importer",
    keep: "Importer",
    skipped: "Non importée",
    values: (count: number, values: string) =>
      plural(count, `${values} valeur`, `${values} valeurs`),
    about: (values: string) => `environ ${values} valeurs`,
    unnamed: (position: number) => `colonne_${position}`,
  },
  preview: {
    title: "Aperçu",
    all: (count: number, total: string) => `${total} ${plural(count, "ligne", "lignes")}`,
    count: (shown: string, total: string) => `${shown} premières lignes sur ${total}`,
    random: (shown: string, total: string) => `${shown} lignes au hasard sur ${total}`,
    none: "Aucune ligne de données",
    noneBelowHeader:
      "Le fichier n’a que son en-tête. Vérifiez l’export, ou choisissez « Sans en-tête » si cette ligne est une donnée.",
    noneReadable:
      "Toutes les lignes ont été rejetées. Changez la lecture à l’aide des raisons ci-dessous.",
    lines: "Lignes",
    first: "Premières",
    atRandom: "Au hasard",
    early: "Premières lignes ; le reste du fichier est en cours de lecture",
    yes: "oui",
    no: "non",
  },
  rejects: {
    title: (count: number, lines: string) =>
      plural(count, `${lines} ligne rejetée`, `${lines} lignes rejetées`),
    kept: (share: string) => `${share} · elles ne sont pas perdues`,
    none: "Toutes les lignes se lisent",
    emptied: (count: number, lines: string) =>
      plural(count, `${lines} ligne gardée avec un vide`, `${lines} lignes gardées avec des vides`),
    both: (rejected: string, emptied: string) => `${rejected}, ${emptied}`,
    export: (count: number, lines: string) =>
      plural(count, "Exporter la ligne", `Exporter les ${lines}`),
    exportFirst: (lines: string) => `Exporter les ${lines} premières`,
    file: "lignes_rejetees",
    line: "Ligne",
    reason: "Raison",
    raw: "Contenu brut",
    others: (count: number, lines: string) => plural(count, `${lines} autre`, `${lines} autres`),
    columns: (count: number, found: string, expected: string) =>
      `${found} ${plural(count, "colonne", "colonnes")} au lieu de ${expected}`,
    date: "Date impossible",
    number: "Nombre illisible",
    boolean: "Ni oui ni non",
    cell: "Valeur illisible",
    blank: "Ligne vide",
    quote: "Guillemet non fermé",
    swallowedBy: (line: string) => `Avalée par la ligne ${line}`,
    tooLong: "Ligne trop longue",
    encoding: "Caractères illisibles",
    other: "Ligne illisible",
    swallowed: (count: number, lines: string, from: string) =>
      `≈ ${lines} ${plural(count, "ligne avalée", "lignes avalées")} par un guillemet non fermé, à partir de la ligne ${from}`,
    swallowedBody:
      "Elles manquent dans le tableau. Corrigez le fichier, ou relisez-le sans tenir compte des guillemets.",
    suspect: (count: number, lines: string, from: string) =>
      `≈ ${lines} ${plural(count, "ligne semble prise", "lignes semblent prises")} dans une cellule entre guillemets, à partir de la ligne ${from}`,
    suspectBody:
      "Si ce texte sur plusieurs lignes est voulu, continuez. Sinon, un guillemet n’est pas fermé : relisez le fichier sans en tenir compte.",
    unquoted: "Relire sans guillemets",
    fillShort: "Compléter à vide",
    emptyBad: "Garder avec des vides",
    setAside: "Mettre de côté",
  },
  progress: {
    import: "Import",
    cancel: "Arrêter",
    cancelled: "Import arrêté",
    keeping: "Copie sur cet appareil",
  },
  dataSet: {
    data: "Données",
    info: (count: number, rows: string, columns: number, shown: string) =>
      `${rows} ${plural(count, "ligne", "lignes")} · ${shown} ${plural(columns, "colonne", "colonnes")}`,
    read: (size: string, time: string) => `${size} · lu en ${time}`,
    columns: "Colonnes",
    missing: "Ce fichier n’est plus sur cet appareil",
    missingBody:
      "Il a été retiré, ou le stockage du navigateur a été effacé. Importez-le à nouveau.",
    views: "Vues du fichier",
    query: "Question",
    rows: "Lignes",
    profile: "Profil",
  },
  profile: {
    filled: "Remplies",
    empty: "Vides",
    distinct: "Valeurs",
    min: "Minimum",
    max: "Maximum",
    mean: "Moyenne",
    top: "Valeurs fréquentes",
    spread: "Répartition",
    about: (value: string) => `≈ ${value}`,
    insert: (column: string) => `Insérer ${column} dans la requête`,
  },
  query: {
    sql: "SQL",
    editor: "Requête SQL",
    run: "Exécuter",
    stop: "Arrêter",
    stopped: "Requête arrêtée",
    refused: "La requête n’a pas pu être exécutée",
    advice: analyticsAdvice,
    previous: "Résultat de la requête précédente",
    empty: "Écrivez une requête, puis exécutez-la",
    noRows: "Aucune ligne",
    noRowsBody: "La requête est juste, mais rien n’y répond.",
    rows: (count: number, rows: string, time: string) =>
      plural(count, `${rows} ligne`, `${rows} lignes`) + ` · ${time}`,
    more: (rows: string, time: string) => `${rows} premières lignes · ${time}`,
    first: "Première vue",
    untitled: "Résultat",
  },
  chart: analyticsChart,
  files: analyticsFiles,
  cleaningSteps: analyticsSteps,
};
