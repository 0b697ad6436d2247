import type { fr } from "../fr/index.ts";
import type { Texts } from "../texts.ts";
import { account } from "./account.ts";
import { analytics } from "./analytics.ts";
import { app } from "./app.ts";
import { audit } from "./audit.ts";
import { boardBackups } from "./board-backups.ts";
import { boardCard } from "./board-card.ts";
import { boardScreen } from "./board-screen.ts";
import { boardSettle } from "./board-settle.ts";
import { boardViews } from "./board-views.ts";
import { boardImports } from "./board-imports.ts";
import { boards } from "./boards.ts";
import { cardTalk } from "./card-talk.ts";
import { cardTemplates } from "./card-templates.ts";
import { clients } from "./clients.ts";
import { company } from "./company.ts";
import { deletion } from "./deletion.ts";
import { errors } from "./errors.ts";
import { exports } from "./exports.ts";
import { factors } from "./factors.ts";
import { home } from "./home.ts";
import { identity } from "./identity.ts";
import { notes } from "./notes.ts";
import { registering } from "./registering.ts";
import { repeats } from "./repeats.ts";
import { search } from "./search.ts";
import { tasks } from "./tasks.ts";
import { tokens } from "./tokens.ts";
import { support } from "./support.ts";
import { ui } from "./ui.ts";
import { webhooks } from "./webhooks.ts";

/** Every English text, by feature. */
export const en = {
  account,
  analytics,
  app,
  audit,
  boardBackups,
  boardImports,
  boards,
  boardCard,
  boardScreen,
  boardSettle,
  boardViews,
  cardTalk,
  cardTemplates,
  clients,
  company,
  deletion,
  errors,
  exports,
  factors,
  home,
  identity,
  notes,
  registering,
  repeats,
  search,
  tasks,
  tokens,
  support,
  ui,
  webhooks,
} satisfies Texts<typeof fr>;
