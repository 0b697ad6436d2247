import type { ClientView } from "#domain/clients/model.ts";
import { PRIORITIES, SIZES, STAGES } from "#domain/clients/values.ts";
import { seededRandom } from "../csv/rows.ts";
import type { Ours } from "./organization.ts";

const FIRMS = [
  "Habitat",
  "Lycée",
  "Métallerie",
  "SCI",
  "Clinique",
  "Résidence",
  "Coopérative",
  "Étude",
];
const PLACES = [
  "Rhône-Sud",
  "du Vieux-Moulin",
  "Brunet",
  "Blandan",
  "Les Tilleuls",
  "de l’Isère",
  "Éluard",
  "Ampère",
];
const SECTORS = ["Logement social", "Enseignement", "Industrie", "Santé", "Collectivité"];

/** The size of the demo: 64 clients of an engineering office, the same ones each time. */
export const CLIENTS = 64;

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** The fields of client number `index`. */
export function clientInput(index: number, random: () => number) {
  return {
    company: `${FIRMS[index % 8]} ${PLACES[Math.floor(index / 8) % 8]}`,
    contact: `Contact ${index}`,
    status: random() < 0.4 ? "client" : "prospect",
    stage: pick(STAGES, random),
    priority: pick(PRIORITIES, random),
    sector: pick(SECTORS, random),
    size: pick(SIZES, random),
    phone: `04 72 ${String(10 + (index % 80))} 11 22`,
    email: `contact${index}@client.test`,
    nextAction: "Rappeler pour la visite du chantier",
    nextActionOn: `2026-${String(1 + (index % 12)).padStart(2, "0")}-15`,
    notes: "Réhabilitation de la toiture et de la façade nord.\nVoir le lot 4.",
    estimatedMinor: Math.floor(random() * 20_000_000),
  };
}

/** Creates the clients through the API and answers them as the list shows them. */
export async function seedClients(ours: Ours): Promise<ClientView[]> {
  const random = seededRandom(2026);
  for (let index = 0; index < CLIENTS; index++) {
    await ours.must("post /clients", clientInput(index, random));
  }
  const { items } = await ours.must<{ items: ClientView[] }>("get /clients?limit=500");
  if (items.length !== CLIENTS) throw new Error(`${items.length} clients instead of ${CLIENTS}`);
  return items;
}

/** A client as a row of a table with our column names. `company_key` stands in for each side's own collation. */
export function clientRow(client: ClientView): Record<string, string | number | null> {
  const { can: _, ...record } = client;
  const row = Object.entries(record).map(([name, value]) => [
    name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    value,
  ]);
  const company_key = client.company.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return { ...Object.fromEntries(row), company_key };
}
