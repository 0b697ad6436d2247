import { stem } from "./fold.ts";

/** Words for the same thing, French and English, without plurals and accents: any of them names a column that has another. */
export const CONCEPTS: readonly (readonly string[])[] = [
  [
    "ca",
    "chiffre affaire",
    "revenu",
    "revenue",
    "vente",
    "sale",
    "turnover",
    "montant",
    "amount",
    "total",
  ],
  ["quantite", "qte", "qty", "quantity", "volume", "unite", "unit"],
  ["prix", "price", "tarif", "pu"],
  ["tva", "vat", "taxe", "tax"],
  ["cout", "cost", "depense", "expense", "charge", "spending"],
  ["marge", "margin", "profit", "benefice"],
  ["remise", "discount", "rabais"],
  ["budget", "prevu", "planned", "objectif", "target"],
  ["client", "customer", "acheteur", "buyer"],
  ["produit", "product", "article", "item", "designation", "sku"],
  [
    "categorie",
    "category",
    "famille",
    "product family",
    "family",
    "gamme",
    "rayon",
    "aisle",
    "type",
    "kind",
    "nature",
  ],
  [
    "agence",
    "agency",
    "branch",
    "succursale",
    "magasin",
    "store",
    "boutique",
    "shop",
    "etablissement",
  ],
  [
    "commercial",
    "vendeur",
    "seller",
    "salesperson",
    "sale rep",
    "rep",
    "conseiller",
    "representant",
  ],
  ["ville", "city", "commune", "town"],
  ["pays", "country"],
  ["region", "departement", "secteur", "zone", "area", "territory"],
  ["fournisseur", "supplier", "vendor"],
  ["projet", "project", "chantier", "job", "construction site"],
  ["statut", "status", "etat", "state", "stage", "etape"],
  ["commande", "order"],
  ["facture", "invoice", "bill"],
  [
    "salarie",
    "employe",
    "employee",
    "collaborateur",
    "staff",
    "person",
    "personne",
    "ouvrier",
    "worker",
    "consultant",
  ],
  ["responsable", "assignee", "owner", "agent", "charge affaire"],
  ["tache", "task", "carte", "card"],
  ["heure", "hour", "duree", "duration", "temps", "time"],
  ["equipe", "team", "service", "department"],
  ["paye", "regle", "paid", "encaisse"],
  ["canal", "channel", "source", "origine", "origin"],
  ["motif", "reason", "raison", "cause"],
  ["echeance", "due"],
  ["etiquette", "tag", "label"],
];

/** Amounts without and with tax. */
export const WITHOUT_TAX = /\b(?:ht|hors taxes?|excl(?:uding)?\.? (?:vat|tax)|net)\b/;
export const WITH_TAX =
  /\b(?:ttc|toutes taxes(?: comprises)?|incl(?:uding)?\.? (?:vat|tax)|gross)\b/;

/** Words that carry no meaning of their own here. */
const SILENT_WORDS =
  "a au aux avec ce ces cet cette chaque chez combien dans de des donne donner dont du elle elles en est et eux il ils je la le les leur leurs liste lister " +
  "ma me mes moi mon montre montrer ne nos notre nous on ou par pas plus pour pourquoi qu que quel quelle quels quelles qui sa sans se ses si son sont " +
  "sur ta tes tous tout toute toutes tu un une veux voir vos votre vous y l d j n s c t m affiche afficher selon entre ont fait faire avons avez eu ete etait aussi " +
  "an and are at be been by can each every find for from get give had has have how i in into is it its list me my of on or our per please show than that the their there these they this " +
  "to us was we were what when where which who with you your do does did many much all any out " +
  "compare comparer ventile ventilation detail details donnees data nombre montrez affichez donnez ordre order croissant decroissant";

/** Words that carry no meaning of their own here, with their stems. */
export const SILENT: ReadonlySet<string> = new Set(
  SILENT_WORDS.split(" ").flatMap((word) => [word, stem(word)]),
);

/** Words that speak of money, where a text names no column: « dépenses par mois » asks for amounts, not for rows. */
export const MONEY: ReadonlySet<string> = new Set(
  "ca vente sale revenue revenu depense depenser expense spend spent spending facture facturer billed invoiced vendu vendre sold montant amount turnover cout cost argent money euro paye pay paid rembourser".split(
    " ",
  ),
);

export const MONTHS: readonly (readonly [string, number])[] = [
  ["janvier|january|janv|jan", 0],
  ["fevrier|february|fevr|fev|feb", 1],
  ["mars|march|mar", 2],
  ["avril|april|avr|apr", 3],
  ["mai|may", 4],
  ["juin|june|jun", 5],
  ["juillet|july|juil|jul", 6],
  ["aout|august|aug", 7],
  ["septembre|september|sept|sep", 8],
  ["octobre|october|oct", 9],
  ["novembre|november|nov", 10],
  ["decembre|december|dec", 11],
];
