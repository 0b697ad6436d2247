import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { BoardId } from "./model.ts";
import { SavedView, SavedViewId, SavedViewName } from "./saved-view.ts";
import { ViewConfig } from "./view-config.ts";

const one = z.strictObject({ id: BoardId, view: SavedViewId });

export const listViews = defineRoute({
  method: "get",
  path: "/boards/{id}/views",
  permission: "boards.read",
  summary: "List the saved views of a board: the caller's own and the shared ones, by name",
  params: z.strictObject({ id: BoardId }),
  output: z.strictObject({ items: z.array(SavedView) }),
  errors: ["board.not_found"],
});

export const saveView = defineRoute({
  method: "put",
  path: "/boards/{id}/views/{view}",
  permission: "boards.read",
  summary:
    "Save a view of a board; sharing it takes `boards.write`, changing a shared one of others `boards.manage`",
  params: one,
  body: z.strictObject({
    /** Null for a new view; a deleted one comes back when it is saved at its last version. */
    version: z.int().positive().nullable(),
    name: SavedViewName,
    shared: z.boolean(),
    config: ViewConfig,
  }),
  output: SavedView,
  errors: ["board.not_found", "board.view_not_found", "conflict.version"],
});

export const deleteView = defineRoute({
  method: "delete",
  path: "/boards/{id}/views/{view}",
  permission: "boards.read",
  summary: "Delete a saved view; saving it again brings it back",
  params: one,
  output: SavedView,
  errors: ["board.view_not_found", "conflict.version"],
});

export const chooseDefaultView = defineRoute({
  method: "put",
  path: "/boards/{id}/default-view",
  permission: "boards.read",
  summary: "Choose the view that a board opens with for the caller; null is the board itself",
  params: z.strictObject({ id: BoardId }),
  body: z.strictObject({ view: SavedViewId.nullable() }),
  output: z.null(),
  status: 204,
  errors: ["board.not_found", "board.view_not_found"],
});
