import type { StageShape } from "#web/ui/stage-icon.tsx";
import type { Tone } from "#web/ui/tone.ts";

export type SampleClient = {
  id: string;
  name: string;
  stage: keyof typeof STAGES;
  owner: { id: string; name: string };
  action: string;
  date: string;
  /** Minor units of EUR */
  revenue: number;
};

export const STAGES = {
  new: { label: "Nouveau", shape: "dashed", tone: "neutral" },
  contacted: { label: "Contacté", shape: "empty", tone: "neutral" },
  meeting: { label: "RDV pris", shape: "dotted", tone: "neutral" },
  study: { label: "En étude", shape: "dot", tone: "accent" },
  signed: { label: "Signé", shape: "check", tone: "ok" },
  delivered: { label: "Livré", shape: "done", tone: "neutral" },
} as const satisfies Record<string, { label: string; shape: StageShape; tone: Tone }>;

export const OWNERS = [
  { id: "usr_ines", name: "Inès Roussel" },
  { id: "usr_claire", name: "Claire Morvan" },
  { id: "usr_solene", name: "Solène Le Goff" },
  { id: "usr_thomas", name: "Thomas Girard" },
  { id: "usr_karim", name: "Karim Benali" },
];
const NAMES = [
  "Clinique du Parc Blandan",
  "Coopérative Terre d’Isère",
  "Groupe Vauban Promotion",
  "Habitat Rhône-Sud",
  "Indivision Charbonnier",
  "Logis du Forez",
  "Lycée Jean-Perrin",
  "Mairie de Saint-Priest",
  "Métallerie Brunet",
  "Résidence Les Tilleuls",
  "SAS Delorme et Fils",
  "SCI du Vieux-Moulin",
  "Syndic Bellecombe",
  "Verrerie Chambaran",
];
const ACTIONS = [
  "Devis avenant n° 4",
  "Visite du pont",
  "Comité de lancement",
  "Premier appel",
  "",
];
const STAGE_KEYS = Object.keys(STAGES) as (keyof typeof STAGES)[];

/** The same rows every time, so that pictures can be compared. */
export function sampleClients(count: number): SampleClient[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / NAMES.length);
    return {
      id: `cli_${index}`,
      name: `${NAMES[index % NAMES.length]}${round ? ` ${round + 1}` : ""}`,
      stage: STAGE_KEYS[(index * 7 + 3) % STAGE_KEYS.length] ?? "new",
      owner: OWNERS[(index * 3) % OWNERS.length] ?? { id: "x", name: "X" },
      action: ACTIONS[index % ACTIONS.length] ?? "",
      date: `2026-12-${String((index % 28) + 1).padStart(2, "0")}`,
      revenue: ((index * 7_919_031) % 41_280_000) + (index % 5 === 0 ? 0 : 64_050),
    };
  });
}
