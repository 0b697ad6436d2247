import { chantiers } from "./questions/chantiers.ts";
import { commandes } from "./questions/commandes.ts";
import { deals } from "./questions/deals.ts";
import { depenses } from "./questions/depenses.ts";
import { tickets } from "./questions/tickets.ts";
import { timesheets } from "./questions/timesheets.ts";
import { ventes } from "./questions/ventes.ts";
import type { QuestionSet } from "./question.ts";

/** Every set of the evaluation: files that a firm would have, in both languages. */
export const SETS: readonly QuestionSet[] = [
  ventes,
  chantiers,
  depenses,
  commandes,
  deals,
  timesheets,
  tickets,
];
