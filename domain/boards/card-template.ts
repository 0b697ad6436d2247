import { z } from "zod";
import { defineEvents } from "#domain/events.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";
import { BoardId, CardFields, Color, Tags } from "./model.ts";
import { ChecklistFields, ItemFields, MOST } from "./parts.ts";

export const CardTemplateId = idSchema("tpl");

/** The most templates of one board, and the furthest due date, in days. */
export const TEMPLATE_LIMITS = { perBoard: 100, dueIn: 3650 } as const;

/** What a card begins with when it is made of a template. */
export const TemplateFields = z.strictObject({
  name: nameLine(60),
  /** The title to begin with; empty where each card has its own. */
  title: z.union([z.literal(""), CardFields.shape.title]),
  description: CardFields.shape.description,
  priority: CardFields.shape.priority,
  tags: Tags,
  cover: Color.nullable(),
  /** Days from the day of use, by the calendar of whoever uses it, to the due date; null is none. */
  dueIn: z.int().min(0).max(TEMPLATE_LIMITS.dueIn).nullable(),
  checklists: z
    .array(
      z.strictObject({
        ...ChecklistFields.shape,
        items: z.array(ItemFields.shape.text).max(MOST.items),
      }),
    )
    .max(MOST.checklists)
    .refine((lists) => lists.reduce((sum, { items }) => sum + items.length, 0) <= MOST.items),
});
export type TemplateFields = z.infer<typeof TemplateFields>;

/** A template of a board, for everybody who reads the board. */
export const CardTemplateRecord = z.strictObject({
  id: CardTemplateId,
  version: z.int().positive(),
  boardId: BoardId,
  ...TemplateFields.shape,
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type CardTemplateRecord = z.infer<typeof CardTemplateRecord>;

/** As one reader has it. */
export const CardTemplate = CardTemplateRecord.extend({
  can: z.strictObject({ write: z.boolean() }),
}).meta({ id: "CardTemplate" });
export type CardTemplate = z.infer<typeof CardTemplate>;

/** As the log tells it: each line of its checklists, behind the name of its list. */
type ToldTemplate = Omit<CardTemplateRecord, "checklists"> & { checklists: string[] };

/** A template as the log tells it. */
export function toldTemplate({ checklists, ...record }: CardTemplateRecord): ToldTemplate {
  const told = checklists.flatMap(({ name, items }) =>
    name === "" ? items : items.length === 0 ? [name] : items.map((text) => `${name}: ${text}`),
  );
  return { ...record, checklists: told };
}

/** What happens to templates. */
export const cardTemplateEvent = defineEvents<ToldTemplate, "saved" | "deleted">({
  entity: "card_template",
  topic: "boardTemplates",
  permission: "boards.read",
  actions: ["saved", "deleted"],
  silent: ["id", "boardId", "createdBy", "createdAt", "updatedAt"],
  label: (template) => template.name,
  search: () => null,
});
