import { z } from "zod";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { namesOne, recordOf } from "#domain/record.ts";

export const WorkspaceId = idSchema("wsp");

const fields = {
  title: nameLine(200),
  /** Markdown. */
  description: linesOf(5_000),
};

/** A new workspace: only its title is asked for. */
export const WorkspaceInput = z.strictObject({
  title: fields.title,
  description: fields.description.default(""),
});
export type WorkspaceInput = z.output<typeof WorkspaceInput>;

export const WorkspaceChanges = z
  .strictObject(fields)
  .partial()
  .refine(...namesOne);

/** A workspace as it is stored: what holds data sources, questions, dashboards and one model of the business. */
const WorkspaceRecord = z.strictObject({ ...fields, title: z.string(), ...recordOf("wsp") });
export type WorkspaceRecord = z.infer<typeof WorkspaceRecord>;

/** A workspace as one reader sees it. */
export const WorkspaceView = WorkspaceRecord.extend({
  can: z.strictObject({ write: z.boolean() }),
}).meta({ id: "Workspace" });
export type WorkspaceView = z.infer<typeof WorkspaceView>;

/** A workspace in a list, with what it holds, counted. */
export const WorkspaceItem = WorkspaceView.extend({
  sources: z.int().min(0),
  questions: z.int().min(0),
  dashboards: z.int().min(0),
}).meta({ id: "WorkspaceItem" });
export type WorkspaceItem = z.infer<typeof WorkspaceItem>;
