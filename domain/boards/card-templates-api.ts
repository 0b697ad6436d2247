import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { CardTemplate, CardTemplateId, TemplateFields } from "./card-template.ts";
import { BoardId } from "./model.ts";

const one = z.strictObject({ id: BoardId, template: CardTemplateId });

export const listTemplates = defineRoute({
  method: "get",
  path: "/boards/{id}/templates",
  permission: "boards.read",
  summary: "List the card templates of a board, by name",
  params: z.strictObject({ id: BoardId }),
  output: z.strictObject({
    items: z.array(CardTemplate),
    /** Tags of templates that only cards of the archive carry: with those on the board, all that are not gone. */
    archivedTags: z.array(z.string()),
  }),
  errors: ["board.not_found"],
});

export const saveTemplate = defineRoute({
  method: "put",
  path: "/boards/{id}/templates/{template}",
  permission: "boards.write",
  summary:
    "Save a card template of a board; its checklists have no tick, its due date counts from the day of use",
  params: one,
  body: z.strictObject({
    /** Null for a new template; a deleted one comes back when it is saved at its last version. */
    version: z.int().positive().nullable(),
    ...TemplateFields.shape,
  }),
  output: CardTemplate,
  errors: [
    "board.not_found",
    "board.archived",
    "board.template_not_found",
    "board.template_too_many",
    "conflict.version",
  ],
});

export const deleteTemplate = defineRoute({
  method: "delete",
  path: "/boards/{id}/templates/{template}",
  permission: "boards.write",
  summary: "Delete a card template; saving it again brings it back",
  params: one,
  output: CardTemplate,
  errors: ["board.archived", "board.template_not_found", "conflict.version"],
});
