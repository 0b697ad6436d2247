/** Mulberry32: a small seeded generator, so that the same seed always makes the same file. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const AGENCIES = ["Lyon", "Grenoble", "Annecy", "Valence"] as const;
const FAMILIES = [
  "Gros œuvre",
  "Charpente",
  "Couverture",
  "Menuiserie extérieure",
  "Plomberie",
  "Électricité",
  "Chauffage",
  "Étanchéité",
  "Peinture",
  "Terrassement",
] as const;
const FIRMS = ["Habitat", "Lycée", "Métallerie", "SCI", "Clinique", "Résidence", "Coopérative"];
const PLACES = ["Rhône-Sud", "du Vieux-Moulin", "Brunet", "Blandan", "Les Tilleuls", "de l’Isère"];

/** First line of the file; the separator is a semicolon, as French spreadsheets write it. */
export const HEADER =
  "date_facture;numero;agence;famille;client;siret;designation;quantite;prix_unitaire;montant_ht;tva;avoir;date_reglement;observation";

const pick = <T>(values: readonly T[], random: () => number): T =>
  values[Math.floor(random() * values.length)] as T;
const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
const amount = (cents: number): string =>
  `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)},${two(Math.abs(cents) % 100)}`;
const day = (time: number): string => {
  const date = new Date(time);
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
};

/** One sales line, about 110 bytes: dd/mm/yyyy dates, decimal commas, oui/non, some empty cells. */
export function salesRow(index: number, random: () => number): string {
  const issued = Date.UTC(2024, 0, 1) + Math.floor(random() * 1_035) * 86_400_000;
  const credit = random() < 0.023;
  const quantity = 1 + Math.floor(random() ** 3 * 40);
  const unit = 500 + Math.floor(random() ** 2 * 90_000);
  const client = Math.floor(random() ** 2 * 8_400);
  const settled =
    random() < 0.82 ? day(issued + (15 + Math.floor(random() * 60)) * 86_400_000) : "";
  return [
    day(issued),
    `${credit ? "AV" : "FA"}-${String(index + 1).padStart(7, "0")}`,
    pick(AGENCIES, random),
    pick(FAMILIES, random),
    `${FIRMS[client % FIRMS.length]} ${PLACES[client % PLACES.length]} ${client}`,
    String(10_000_000_000_000 + client * 7_919),
    `Article ${Math.floor(random() * 900)}`,
    String(quantity),
    amount(unit),
    amount(credit ? -quantity * unit : quantity * unit),
    random() < 0.7 ? "20,0" : "10,0",
    credit ? "oui" : "non",
    settled,
    random() < 0.04 ? '"à revoir ; voir chef de chantier"' : "",
  ].join(";");
}
