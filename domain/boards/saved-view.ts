import { z } from "zod";
import { defineEvents } from "#domain/events.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { BoardId } from "./model.ts";
import { ViewConfig } from "./view-config.ts";

export const SavedViewId = idSchema("bvw");
export const SavedViewName = nameLine(60);

/** A view of a board that somebody keeps, alone or for everybody who reads the board. */
export const SavedViewRecord = z.strictObject({
  id: SavedViewId,
  version: z.int().positive(),
  boardId: BoardId,
  ownerId: z.string(),
  name: z.string(),
  shared: z.boolean(),
  config: ViewConfig,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type SavedViewRecord = z.infer<typeof SavedViewRecord>;

/** As one reader has it: `isDefault` is the view that the board opens with for them. */
export const SavedView = SavedViewRecord.extend({
  isDefault: z.boolean(),
  can: z.strictObject({ write: z.boolean() }),
}).meta({ id: "BoardSavedView" });
export type SavedView = z.infer<typeof SavedView>;

/** What others are told of a view that is not shared: that there is one, not what it is called or shows. */
export type ToldView = Omit<SavedViewRecord, "config">;

/** What happens to views. */
export const savedViewEvent = defineEvents<ToldView, "saved" | "deleted">({
  entity: "board_view",
  topic: "boardViews",
  permission: "boards.read",
  actions: ["saved", "deleted"],
  silent: ["id", "boardId", "ownerId", "createdAt", "updatedAt"],
  label: (view) => view.name,
  search: () => null,
});
