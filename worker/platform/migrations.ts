import platform from "#migrations/tenant/0001_platform.sql";
import clients from "#migrations/tenant/0002_clients.sql";
import connections from "#migrations/tenant/0020_connections.sql";
import boards from "#migrations/tenant/0003_boards.sql";
import audit from "#migrations/tenant/0004_audit.sql";
import webhooks from "#migrations/tenant/0005_webhooks.sql";
import cards from "#migrations/tenant/0007_cards.sql";
import boardViews from "#migrations/tenant/0009_board_views.sql";
import boardImports from "#migrations/tenant/0010_board_imports.sql";
import cardTemplates from "#migrations/tenant/0011_card_templates.sql";
import looseFiles from "#migrations/tenant/0012_loose_files.sql";
import importsWhole from "#migrations/tenant/0013_imports_whole.sql";
import movedCards from "#migrations/tenant/0016_moved_cards.sql";
import asks from "#migrations/tenant/0019_asks.sql";
import dashboardFigures from "#migrations/tenant/0022_dashboard_figures.sql";
import dashboardComments from "#migrations/tenant/0026_dashboard_comments.sql";
import dashboardSchedules from "#migrations/tenant/0023_dashboard_schedules.sql";
import dashboardVersions from "#migrations/tenant/0021_dashboard_versions.sql";
import dashboardVersionNames from "#migrations/tenant/0024_dashboard_version_names.sql";
import askHistory from "#migrations/tenant/0027_ask_history.sql";
import notifications from "#migrations/tenant/0028_notifications.sql";
import linkPasswords from "#migrations/tenant/0029_link_passwords.sql";
import dashboards from "#migrations/tenant/0018_dashboards.sql";
import noteLinks from "#migrations/tenant/0015_note_links.sql";
import notes from "#migrations/tenant/0014_notes.sql";
import analytics from "#migrations/tenant/0017_analytics.sql";
import builtQuestions from "#migrations/tenant/0025_built_questions.sql";
import exports from "#migrations/tenant/0006_exports.sql";
import comments from "#migrations/tenant/0008_comments.sql";

/** One file of migrations/tenant: its name without folder, and its SQL. */
export interface Migration {
  name: string;
  sql: string;
}

/** Every migration of an organization's database, in order. A test holds this list against the folder. */
export const TENANT_MIGRATIONS: readonly Migration[] = [
  { name: "0001_platform.sql", sql: platform },
  { name: "0002_clients.sql", sql: clients },
  { name: "0003_boards.sql", sql: boards },
  { name: "0004_audit.sql", sql: audit },
  { name: "0005_webhooks.sql", sql: webhooks },
  { name: "0006_exports.sql", sql: exports },
  { name: "0007_cards.sql", sql: cards },
  { name: "0008_comments.sql", sql: comments },
  { name: "0009_board_views.sql", sql: boardViews },
  { name: "0010_board_imports.sql", sql: boardImports },
  { name: "0011_card_templates.sql", sql: cardTemplates },
  { name: "0012_loose_files.sql", sql: looseFiles },
  { name: "0013_imports_whole.sql", sql: importsWhole },
  { name: "0014_notes.sql", sql: notes },
  { name: "0015_note_links.sql", sql: noteLinks },
  { name: "0016_moved_cards.sql", sql: movedCards },
  { name: "0017_analytics.sql", sql: analytics },
  { name: "0018_dashboards.sql", sql: dashboards },
  { name: "0019_asks.sql", sql: asks },
  { name: "0020_connections.sql", sql: connections },
  { name: "0021_dashboard_versions.sql", sql: dashboardVersions },
  { name: "0022_dashboard_figures.sql", sql: dashboardFigures },
  { name: "0023_dashboard_schedules.sql", sql: dashboardSchedules },
  { name: "0024_dashboard_version_names.sql", sql: dashboardVersionNames },
  { name: "0025_built_questions.sql", sql: builtQuestions },
  { name: "0026_dashboard_comments.sql", sql: dashboardComments },
  { name: "0027_ask_history.sql", sql: askHistory },
  { name: "0028_notifications.sql", sql: notifications },
  { name: "0029_link_passwords.sql", sql: linkPasswords },
];
