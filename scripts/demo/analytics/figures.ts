import { PEOPLE } from "../people.ts";
import { MONTH, PHASES, projectsOf, projectsTable, type Project } from "./projects.ts";
import { drawing, type Draw } from "./random.ts";
import type { Cell, DemoTable } from "./table.ts";

const DAY = 86_400_000;
const SEED = 20_261_122;
/** Two years of figures, so that each period has the same one a year before. */
const YEARS = 2;
const RATES: Record<string, number> = {
  CM: 95,
  SL: 88,
  KB: 72,
  TG: 78,
  HL: 74,
  IR: 85,
  NA: 68,
  PV: 62,
};

/** The three tables of the demo firm: the same on the same day, dates counted back from `today` (epoch milliseconds, UTC midnight). */
export function figuresOf(today: number): DemoTable[] {
  const draw = drawing(SEED);
  const projects = projectsOf(draw, today);
  return [
    projectsTable(projects, today),
    invoices(draw, projects, today),
    hours(draw, projects, today),
  ];
}

const phaseAt = (job: Project, at: number): string => {
  const share = (at - job.opens) / (job.closes - job.opens);
  return PHASES[Math.min(PHASES.length - 1, Math.floor(share * PHASES.length))] ?? "Projet";
};

/** Most of what would be invoiced in August is in September. */
const afterHolidays = (at: number): number =>
  new Date(at).getUTCMonth() === 7 && at % (3 * DAY) !== 0 ? at + 22 * DAY : at;

/** Each job is invoiced month by month; most pay within two months, some late, a few not at all. */
function invoices(draw: Draw, projects: readonly Project[], today: number): DemoTable {
  const from = today - YEARS * 365 * DAY;
  const written = projects.flatMap((job) => {
    const times = Math.max(2, Math.round((job.closes - job.opens) / MONTH));
    const slow = draw.next() ** 2 * 45;
    return Array.from({ length: times }, (_, at) => {
      const date = afterHolidays(job.opens + (at + 1) * MONTH - draw.whole(0, 12) * DAY);
      const amount = Math.round((job.fees / times) * (0.7 + draw.next() * 0.6) * 100) / 100;
      const due = date + 30 * DAY;
      const paid = date + Math.round(18 + slow + draw.next() * 24) * DAY;
      const never = draw.chance(0.03);
      return {
        job,
        date,
        amount,
        due,
        paid: never || paid > today ? null : paid,
        void: draw.chance(0.02),
      };
    });
  });
  const rows = written
    .filter(({ date }) => date >= from && date <= today)
    .toSorted((a, b) => a.date - b.date)
    .map(({ job, date, amount, due, paid, void: cancelled }, at): Cell[] => {
      const open = due < today ? "En retard" : "À échoir";
      const state = cancelled ? "Annulée" : paid === null ? open : "Payée";
      const number = `F-${String(2_001 + at)}`;
      return [
        number,
        date,
        job.code,
        job.client,
        phaseAt(job, date),
        amount,
        due,
        cancelled ? null : paid,
        state,
      ];
    });
  return {
    name: "factures",
    title: "Factures d’honoraires",
    columns: [
      { name: "facture", kind: "text", description: "Numéro" },
      { name: "date", kind: "date", description: "Date de facture" },
      { name: "affaire", kind: "text", description: "Code de l’affaire" },
      { name: "client", kind: "text", description: "" },
      { name: "phase", kind: "text", description: "Phase de la mission" },
      { name: "montant_ht", kind: "number", description: "€ hors taxes" },
      { name: "echeance", kind: "date", description: "À payer avant" },
      { name: "payee_le", kind: "date", description: "Vide tant qu’elle n’est pas payée" },
      { name: "statut", kind: "text", description: "Payée, À échoir, En retard ou Annulée" },
    ],
    rows,
  };
}

/** What everybody wrote down day by day: holidays in August and at the end of the year, one or two jobs a day, some time for the office. */
function hours(draw: Draw, projects: readonly Project[], today: number): DemoTable {
  const people = PEOPLE.filter(({ key }) => key in RATES);
  const rows: Cell[][] = [];
  for (let at = today - YEARS * 365 * DAY; at < today; at += DAY) {
    const date = new Date(at);
    const [month, weekday] = [date.getUTCMonth(), date.getUTCDay()];
    if (weekday === 0 || weekday === 6) continue;
    const open = projects.filter(({ opens, closes }) => opens <= at && at < closes);
    const away = month === 7 ? 0.62 : month === 11 && date.getUTCDate() > 22 ? 0.8 : 0.08;
    for (const { key, name } of people) {
      if (draw.chance(away)) continue;
      const office = draw.chance(0.22);
      const jobs = Array.from({ length: draw.whole(1, 2) }, () => draw.pick(open));
      const each = (office ? 5.5 : 7) / jobs.length;
      for (const job of jobs) {
        const spent = Math.round((each + draw.next() - 0.5) * 4) / 4;
        rows.push([
          at,
          name,
          job.code,
          job.client,
          phaseAt(job, at),
          spent,
          RATES[key] ?? 0,
          draw.chance(0.93),
        ]);
      }
      if (office)
        rows.push([at, name, null, null, null, draw.whole(2, 8) / 4, RATES[key] ?? 0, false]);
    }
  }
  return {
    name: "temps",
    title: "Feuilles de temps",
    columns: [
      { name: "date", kind: "date", description: "" },
      { name: "personne", kind: "text", description: "" },
      { name: "affaire", kind: "text", description: "Vide pour le temps de l’atelier" },
      { name: "client", kind: "text", description: "" },
      { name: "phase", kind: "text", description: "" },
      { name: "heures", kind: "number", description: "" },
      { name: "taux_horaire", kind: "integer", description: "€ de l’heure" },
      { name: "facturable", kind: "boolean", description: "oui ou non" },
    ],
    rows,
  };
}
