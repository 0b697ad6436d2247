import type { z } from "zod";
import type * as asks from "./asks/api.ts";
import type * as audit from "./audit/api.ts";
import type * as signIns from "./audit/sign-ins.ts";
import type * as files from "./boards/files-api.ts";
import type * as outsideLinks from "./boards/links-api.ts";
import type * as comments from "./boards/comments-api.ts";
import type * as boards from "./boards/api.ts";
import type * as boardBackups from "./boards/backups-api.ts";
import type * as boardArchive from "./boards/archive-api.ts";
import type * as cardTemplates from "./boards/card-templates-api.ts";
import type * as savedViews from "./boards/saved-views-api.ts";
import type * as boardImports from "./board-imports/api.ts";
import type * as boardExports from "./boards/export-api.ts";
import type * as tasks from "./boards/tasks-api.ts";
import type * as clients from "./clients/api.ts";
import type * as clientsBulk from "./clients/bulk-api.ts";
import type * as connections from "./connections/api.ts";
import type * as dashboards from "./dashboards/api.ts";
import type * as dashboardShares from "./dashboards/share/api.ts";
import type * as dashboardComments from "./dashboards/comments/api.ts";
import type * as dashboardSchedules from "./dashboards/schedule/api.ts";
import type * as dashboardVersions from "./dashboards/version.ts";
import type * as widgets from "./dashboards/widgets-api.ts";
import type * as divisions from "./divisions/api.ts";
import type * as exports from "./exports/api.ts";
import type * as restores from "./exports/restore-api.ts";
import type * as factors from "./factors/api.ts";
import type * as health from "./health/api.ts";
import type * as identity from "./identity/api.ts";
import type * as registering from "./identity/register-api.ts";
import type * as live from "./live/api.ts";
import type * as members from "./members/api.ts";
import type * as notes from "./notes/api.ts";
import type * as ownData from "./own-data/api.ts";
import type * as notifications from "./notifications/api.ts";
import type * as organization from "./organization/api.ts";
import type * as deletion from "./organization/deletion-api.ts";
import type * as questions from "./questions/api.ts";
import type * as search from "./search/api.ts";
import type * as semantic from "./semantic/api.ts";
import type * as semanticVersions from "./semantic/versions-api.ts";
import type * as sources from "./sources/api.ts";
import type * as sharing from "./sources/share-api.ts";
import type * as support from "./support/api.ts";
import type * as tokens from "./tokens/api.ts";
import type * as webhooks from "./webhooks/api.ts";
import type * as workspaces from "./workspaces/api.ts";

/** What the typed client needs to know of a route; everything else of a definition stays on the server. */
export interface RouteShape {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: string;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  body?: z.ZodType | undefined;
  output: z.ZodType;
}

/** A room on this floor adds its definitions here; the page then calls them by name. Types only: no bytes. */
type Definitions = typeof asks &
  typeof audit &
  typeof signIns &
  typeof boards &
  typeof boardBackups &
  typeof boardArchive &
  typeof comments &
  typeof files &
  typeof outsideLinks &
  typeof tasks &
  typeof boardExports &
  typeof cardTemplates &
  typeof boardImports &
  typeof clients &
  typeof clientsBulk &
  typeof connections &
  typeof dashboards &
  typeof widgets &
  typeof dashboardVersions &
  typeof dashboardShares &
  typeof dashboardSchedules &
  typeof dashboardComments &
  typeof divisions &
  typeof exports &
  typeof restores &
  typeof factors &
  typeof health &
  typeof identity &
  typeof live &
  typeof members &
  typeof notes &
  typeof ownData &
  typeof notifications &
  typeof organization &
  typeof deletion &
  typeof questions &
  typeof registering &
  typeof savedViews &
  typeof search &
  typeof semantic &
  typeof semanticVersions &
  typeof sources &
  typeof sharing &
  typeof support &
  typeof tokens &
  typeof webhooks &
  typeof workspaces;

type Route = Extract<Definitions[keyof Definitions], RouteShape>;

/** Every route by its name, such as `"patch /clients/{id}"`. */
export type Api = { [R in Route as `${R["method"]} ${R["path"]}`]: R };
