import type { fr } from "../fr/index.ts";
import type { Texts } from "../texts.ts";
import { door } from "./door.ts";
import { analytics } from "./analytics.ts";
import { analyticsBuild } from "./analytics-build.ts";
import { analyticsOverview } from "./analytics-overview.ts";
import { asks } from "./asks.ts";
import { analyticsSuggest } from "./analytics-suggest.ts";
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
import { connections } from "./connections.ts";
import { company } from "./company.ts";
import { dashboardPin } from "./dashboard-pin.ts";
import { dashboardSchedule } from "./dashboard-schedule.ts";
import { dashboardTalk } from "./dashboard-talk.ts";
import { dashboardShare } from "./dashboard-share.ts";
import { dashboards } from "./dashboards.ts";
import { exports } from "./exports.ts";
import { home } from "./home.ts";
import { notes } from "./notes.ts";
import { notifications } from "./notifications.ts";
import { ownData } from "./own-data.ts";
import { repeats } from "./repeats.ts";
import { search } from "./search.ts";
import { semantic } from "./semantic.ts";
import { tasks } from "./tasks.ts";
import { tokens } from "./tokens.ts";
import { support } from "./support.ts";
import { webhooks } from "./webhooks.ts";
import { workspaces } from "./workspaces.ts";

/** Every English text, by feature. */
export const en = {
  ...door,
  analytics,
  analyticsBuild,
  analyticsOverview,
  analyticsSuggest,
  asks,
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
  connections,
  company,
  dashboardPin,
  dashboardSchedule,
  dashboardShare,
  dashboardTalk,
  dashboards,
  exports,
  home,
  notes,
  notifications,
  ownData,
  repeats,
  search,
  semantic,
  tasks,
  tokens,
  support,
  webhooks,
  workspaces,
} satisfies Texts<typeof fr>;
