import { stemsOf } from "#domain/analytics/suggest/fold.ts";

/** Words that make a column a key, French and English, as stems. */
const KEY = new Set(
  "id ids uid uuid code cd ref reference num numero number no key cle identifiant identifier pk fk".split(
    " ",
  ),
);
/** Words that say the same as the row itself: what people call a client is the client. */
const NAME = new Set(
  "nom name libelle label title titre intitule denomination designation raison sociale social".split(
    " ",
  ),
);
const SMALL = new Set("de du des d la le les l of the a an un une".split(" "));

/** What two languages call the same thing, by one word. */
const SAME: Readonly<Record<string, string>> = {
  customer: "client",
  company: "client",
  entreprise: "client",
  societe: "client",
  fournisseur: "supplier",
  vendor: "supplier",
  produit: "product",
  article: "product",
  item: "product",
  commande: "order",
  facture: "invoice",
  employe: "employee",
  salarie: "employee",
  utilisateur: "user",
  agence: "branch",
  agency: "branch",
  magasin: "store",
  boutique: "store",
  projet: "project",
  affaire: "project",
  tache: "task",
  categorie: "category",
  famille: "family",
  compte: "account",
  pay: "country",
  ville: "city",
};

/** What a name speaks of, and whether it says to be a key or what its rows are called. */
export interface KeyName {
  subject: string;
  key: boolean;
  name: boolean;
}

const one = (word: string): string => SAME[word] ?? word;

/** `client_id`, `code client`, `N° client`, `customerId` are keys of "client"; `Raison sociale` is a name of nothing in particular. */
export function keyName(text: string): KeyName {
  const words = stemsOf(text.replace(/n\s*[°º]/gi, "numero ")).filter((word) => !SMALL.has(word));
  const subject = words.filter((word) => !KEY.has(word) && !NAME.has(word)).map(one);
  return {
    subject: subject.toSorted().join(" "),
    key: words.some((word) => KEY.has(word)),
    name: words.some((word) => NAME.has(word)),
  };
}
