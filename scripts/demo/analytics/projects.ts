import { CLIENTS } from "../clients.ts";
import { PEOPLE } from "../people.ts";
import type { Draw } from "./random.ts";
import type { DemoTable } from "./table.ts";

const DAY = 86_400_000;
export const MONTH = 30 * DAY;
export const PHASES = ["Esquisse", "Avant-projet", "Projet", "Exécution", "Visa", "Chantier"];
const KINDS = ["Béton", "Charpente métallique", "Bois", "Réhabilitation", "Ouvrage d’art"];
const TOWNS = ["Lyon", "Villeurbanne", "Saint-Priest", "Vienne", "Saint-Étienne", "Grenoble"];
const LEADERS = PEOPLE.filter(({ key }) => ["CM", "SL", "KB", "TG", "HL", "IR"].includes(key));

/** A job that the office was given. Days are epoch milliseconds, UTC. */
export interface Project {
  code: string;
  client: string;
  sector: string;
  town: string;
  kind: string;
  leader: string;
  /** Fees in euros, and hours that were counted on for them. */
  fees: number;
  hours: number;
  opens: number;
  closes: number;
}

/** The jobs of three years up to `today`, earliest first and a little more of them each year: one to four for each client. */
export function projectsOf(draw: Draw, today: number): Project[] {
  const clients = CLIENTS.filter(({ status }) => status !== "prospect");
  const jobs = clients.flatMap((client) =>
    Array.from({ length: draw.whole(1, 4) }, () => {
      const opens = today - Math.round(20 + draw.next() ** 1.25 * 1_080) * DAY;
      const fees = Math.round((6_000 + draw.next() ** 1.8 * 60_000) / 100) * 100;
      return {
        client: client.company,
        sector: client.sector,
        town: draw.pick(TOWNS),
        kind: draw.pick(KINDS),
        leader: draw.pick(LEADERS).name,
        fees,
        hours: Math.round(fees / draw.whole(66, 92)),
        opens,
        closes: opens + draw.whole(4, 15) * MONTH,
      };
    }),
  );
  return jobs
    .toSorted((a, b) => a.opens - b.opens)
    .map((job, at) => ({ code: `AF-${401 + at}`, ...job }));
}

export function projectsTable(projects: readonly Project[], today: number): DemoTable {
  return {
    name: "affaires",
    title: "Affaires",
    columns: [
      { name: "affaire", kind: "text", description: "Code de l’affaire" },
      { name: "client", kind: "text", description: "Maître d’ouvrage" },
      { name: "secteur", kind: "text", description: "Secteur du client" },
      { name: "ville", kind: "text", description: "Ville du chantier" },
      { name: "ouvrage", kind: "text", description: "Type de structure" },
      { name: "chef_de_projet", kind: "text", description: "" },
      { name: "honoraires_prevus", kind: "number", description: "Honoraires du contrat, € HT" },
      { name: "heures_prevues", kind: "integer", description: "Heures du budget" },
      { name: "ouverte_le", kind: "date", description: "" },
      { name: "statut", kind: "text", description: "En cours ou terminée" },
    ],
    rows: projects.map((job) => [
      job.code,
      job.client,
      job.sector,
      job.town,
      job.kind,
      job.leader,
      job.fees,
      job.hours,
      job.opens,
      job.closes < today ? "Terminée" : "En cours",
    ]),
  };
}
