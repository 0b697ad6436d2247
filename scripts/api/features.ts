import type { AnyRoute } from "#domain/route.ts";
import * as asks from "#domain/asks/api.ts";
import * as audit from "#domain/audit/api.ts";
import * as signIns from "#domain/audit/sign-ins.ts";
import * as boardImports from "#domain/board-imports/api.ts";
import * as boards from "#domain/boards/api.ts";
import * as boardBackups from "#domain/boards/backups-api.ts";
import * as boardArchive from "#domain/boards/archive-api.ts";
import * as outsideLinks from "#domain/boards/links-api.ts";
import * as cardTemplates from "#domain/boards/card-templates-api.ts";
import * as savedViews from "#domain/boards/saved-views-api.ts";
import * as comments from "#domain/boards/comments-api.ts";
import * as files from "#domain/boards/files-api.ts";
import * as tasks from "#domain/boards/tasks-api.ts";
import * as boardExports from "#domain/boards/export-api.ts";
import * as clients from "#domain/clients/api.ts";
import * as clientsBulk from "#domain/clients/bulk-api.ts";
import * as connections from "#domain/connections/api.ts";
import * as dashboards from "#domain/dashboards/api.ts";
import * as dashboardComments from "#domain/dashboards/comments/api.ts";
import * as dashboardSchedules from "#domain/dashboards/schedule/api.ts";
import * as dashboardShares from "#domain/dashboards/share/api.ts";
import * as dashboardVersions from "#domain/dashboards/version.ts";
import * as widgets from "#domain/dashboards/widgets-api.ts";
import * as divisions from "#domain/divisions/api.ts";
import * as exports from "#domain/exports/api.ts";
import * as restores from "#domain/exports/restore-api.ts";
import * as factors from "#domain/factors/api.ts";
import * as health from "#domain/health/api.ts";
import * as identity from "#domain/identity/api.ts";
import * as registering from "#domain/identity/register-api.ts";
import * as live from "#domain/live/api.ts";
import * as members from "#domain/members/api.ts";
import * as notes from "#domain/notes/api.ts";
import * as notifications from "#domain/notifications/api.ts";
import * as ownData from "#domain/own-data/api.ts";
import * as organization from "#domain/organization/api.ts";
import * as deletion from "#domain/organization/deletion-api.ts";
import * as questions from "#domain/questions/api.ts";
import * as search from "#domain/search/api.ts";
import * as semantic from "#domain/semantic/api.ts";
import * as semanticVersions from "#domain/semantic/versions-api.ts";
import * as sources from "#domain/sources/api.ts";
import * as sharing from "#domain/sources/share-api.ts";
import * as support from "#domain/support/api.ts";
import * as tokens from "#domain/tokens/api.ts";
import * as webhooks from "#domain/webhooks/api.ts";
import * as workspaces from "#domain/workspaces/api.ts";

/** The definitions of each feature, as its page in docs/api shows them. */
export const FEATURES: Readonly<Record<string, readonly AnyRoute[]>> = {
  notes: routesOf(notes),
  "own-data": routesOf(ownData),
  asks: routesOf(asks),
  audit: routesOf(audit, signIns),
  boards: routesOf(
    boards,
    boardArchive,
    outsideLinks,
    boardBackups,
    savedViews,
    cardTemplates,
    comments,
    files,
    tasks,
    boardExports,
    boardImports,
  ),
  clients: routesOf(clients, clientsBulk),
  connections: routesOf(connections),
  dashboards: routesOf(
    dashboards,
    widgets,
    dashboardVersions,
    dashboardShares,
    dashboardSchedules,
    dashboardComments,
  ),
  divisions: routesOf(divisions),
  exports: routesOf(exports, restores),
  factors: routesOf(factors),
  health: routesOf(health),
  identity: routesOf(registering, identity),
  live: routesOf(live),
  members: routesOf(members),
  notifications: routesOf(notifications),
  organization: routesOf(organization, deletion),
  search: routesOf(search),
  support: routesOf(support),
  tokens: routesOf(tokens),
  webhooks: routesOf(webhooks),
  workspaces: routesOf(workspaces, sources, sharing, questions, semantic, semanticVersions),
};

function routesOf(...modules: object[]): AnyRoute[] {
  const values: unknown[] = modules.flatMap((module) => Object.values(module));
  return values.filter(
    (value): value is AnyRoute =>
      typeof value === "object" && value !== null && "permission" in value,
  );
}

/** `patch /clients/{id}`: how walks and pages name a route. */
export function nameOf(route: AnyRoute): string {
  return `${route.method} ${route.path}`;
}
