/** What to do about a query that the database refuses. Names come as « a » ou « b », places formatted. */
export const analyticsAdvice = {
  notARead: "Une seule lecture à la fois : SELECT, WITH, FROM, DESCRIBE ou SUMMARIZE.",
  blocked:
    "Une requête ne lit que les fichiers importés ici : ni autre fichier, ni réseau, ni extension.",
  extension: (name: string) =>
    `La fonction « ${name} » demande une extension, et aucune n’est disponible ici.`,
  name: (name: string) => `« ${name} »`,
  or: (first: string, last: string) => `${first} ou ${last}`,
  didYouMean: (names: string) => `Vouliez-vous ${names} ?`,
  column: (name: string) => `La colonne « ${name} » n’existe pas.`,
  seeColumns: "Vérifiez son nom dans la liste des colonnes.",
  textQuotes: (name: string) =>
    `Si c’est un texte, écrivez-le entre apostrophes : '${name}'. Les guillemets entourent un nom de colonne.`,
  table: (name: string) => `La table « ${name} » n’existe pas.`,
  ownTable: (table: string) => `Celle de ce fichier s’appelle « ${table} ».`,
  tables: (names: string) => `Celles d’ici s’appellent ${names}.`,
  function: (name: string) => `La fonction « ${name} » n’existe pas.`,
  seeFunctions: "L’éditeur propose les fonctions au fil de la saisie.",
  window: (name: string) => `« ${name} » demande OVER (…) à sa suite.`,
  type: (name: string) => `Le type « ${name} » n’existe pas.`,
  types: "Essayez INTEGER, DOUBLE, DATE, TIMESTAMP, BOOLEAN ou VARCHAR.",
  ambiguous: (name: string) => `La colonne « ${name} » est dans plusieurs tables.`,
  chooseOne: (names: string) => `Écrivez ${names}.`,
  at: (line: string, column: string) => `ligne ${line}, colonne ${column}`,
  syntax: (near: string) => `Erreur de syntaxe près de « ${near} ».`,
  syntaxAt: (near: string, place: string) => `Erreur de syntaxe près de « ${near} », ${place}.`,
  lookBefore: "Regardez ce qui précède : virgule, parenthèse ou mot mal écrit.",
  endsEarly: "La requête s’arrête trop tôt : il manque quelque chose à la fin.",
  unclosed: {
    text: "Une apostrophe n’est pas fermée",
    name: "Un guillemet n’est pas fermé",
    comment: "Un commentaire /* n’est pas fermé",
  },
  sentence: (words: string) => `${words}.`,
  sentenceAt: (words: string, place: string) => `${words}, ${place}.`,
  conversion: {
    integer: (value: string) => `« ${value} » ne se lit pas comme un nombre entier.`,
    number: (value: string) => `« ${value} » ne se lit pas comme un nombre.`,
    date: (value: string) => `« ${value} » ne se lit pas comme une date.`,
    boolean: (value: string) => `« ${value} » ne se lit ni comme vrai ni comme faux.`,
    other: (value: string) => `« ${value} » ne se lit pas comme le type voulu.`,
  },
  tryCast: {
    integer:
      "Comparez à un texte entre apostrophes, ou écrivez TRY_CAST(… AS INTEGER) : ce qui ne se lit pas reste vide.",
    number:
      "Un nombre s’écrit 1.5, sans apostrophes. TRY_CAST(… AS DOUBLE) laisse vide ce qui ne se lit pas.",
    date: "Une date s’écrit '2026-12-31'. TRY_CAST(… AS DATE) laisse vide ce qui ne se lit pas.",
    boolean: "Une condition compare : colonne = 'texte', colonne > 10.",
    other: "TRY_CAST(… AS …) laisse vide ce qui ne se lit pas.",
  },
  datePart: (name: string) =>
    `« ${name} » n’est pas une durée. Essayez 'day', 'week', 'month', 'quarter' ou 'year'.`,
  arguments: (name: string, kinds: string) => `« ${name} » ne s’applique pas à ${kinds}.`,
  noArguments: (name: string) => `« ${name} » attend quelque chose entre ses parenthèses.`,
  argumentsCheck: "Vérifiez le nombre de valeurs et leur type.",
  argumentsText:
    "Convertissez le texte avec TRY_CAST(… AS DOUBLE) ou TRY_CAST(… AS DATE), ou prenez une autre colonne.",
  and: (first: string, last: string) => `${first} et ${last}`,
  kinds: {
    text: "un texte",
    number: "un nombre",
    date: "une date",
    boolean: "un oui/non",
    other: "une valeur",
  },
  group: (name: string) =>
    `« ${name} » doit figurer dans GROUP BY, ou dans une fonction comme sum, max ou any_value.`,
  aggregateIn: (clause: string) =>
    `${clause} ne prend pas de somme ni de compte. Filtrez les groupes avec HAVING, après GROUP BY.`,
  windowIn: (clause: string) =>
    `${clause} ne prend pas de fonction avec OVER. Filtrez son résultat avec QUALIFY.`,
  nested:
    "Une fonction comme sum ne peut pas en contenir une autre. Calculez la première dans une sous-requête.",
  outOfRange:
    "Un calcul sort de ce que son type peut contenir, ou n’a pas de résultat : racine d’un nombre négatif, logarithme de zéro. Convertissez en DOUBLE, ou écartez ces lignes avec WHERE.",
  severalRows:
    "Une sous-requête donne plusieurs lignes là où une seule valeur est attendue. Ajoutez max(…) ou LIMIT 1.",
  unequalColumns: "Les requêtes réunies par UNION n’ont pas le même nombre de colonnes.",
  other: "Le moteur refuse cette requête. Son message, en anglais, en donne la raison.",
  message: "Message de DuckDB",
};
