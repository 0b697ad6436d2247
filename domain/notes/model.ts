import { z } from "zod";
import { linesOf } from "#domain/boards/lines.ts";
import { idSchema } from "#domain/ids.ts";
import { nameLine } from "#domain/line.ts";

export const NoteId = idSchema("not");

const fields = {
  title: nameLine(300),
  /** The day of the meeting, YYYY-MM-DD. */
  heldOn: z.iso.date(),
  clientId: idSchema("cli").nullable(),
  /** People of the organization who were there. */
  peopleIds: z
    .array(idSchema("usr"))
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, { error: "each once" }),
  /** Markdown. */
  body: linesOf(50_000),
};

/** What people may fill in. */
const NoteFields = z.strictObject(fields);
export type NoteFields = z.infer<typeof NoteFields>;

/** A new note: only title and day are asked for. */
export const NoteInput = z.strictObject({
  title: fields.title,
  heldOn: fields.heldOn,
  clientId: fields.clientId.default(null),
  peopleIds: fields.peopleIds.default([]),
  body: fields.body.default(""),
});
export type NoteInput = z.output<typeof NoteInput>;

/** Some fields of a note, at least one. */
export const NoteChanges = NoteFields.partial().refine(
  (changes) => Object.keys(changes).length > 0,
  { error: "at least one field" },
);
export type NoteChanges = { [K in keyof NoteFields]?: NoteFields[K] | undefined };

/** A note as it is stored, published and searched. Instants are ISO UTC. */
const NoteRecord = NoteFields.extend({
  id: NoteId,
  version: z.int().positive(),
  /** As it was written: by whatever rules held then. */
  title: z.string(),
  createdBy: idSchema("usr"),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type NoteRecord = z.infer<typeof NoteRecord>;

const can = z.strictObject({ write: z.boolean() });

/** A note as one reader sees it: `can` says what this reader may do with it. */
export const NoteView = NoteRecord.extend({ can }).meta({ id: "Note" });
export type NoteView = z.infer<typeof NoteView>;

/** A note in a list: all but its text. */
export const NoteItem = NoteRecord.omit({ body: true }).extend({ can }).meta({ id: "NoteItem" });
export type NoteItem = z.infer<typeof NoteItem>;
