import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { line, nameLine } from "#domain/line.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "./values.ts";

const CONTROL_IN_LINES = /^[^\p{Cc}\p{Cs}]*(?:[\n\t][^\p{Cc}\p{Cs}]*)*$/u;

const fields = {
  company: nameLine(200),
  contact: line(200),
  status: z.enum(STATUSES),
  stage: z.enum(STAGES),
  priority: z.enum(PRIORITIES),
  sector: line(80),
  size: z.enum(SIZES).nullable(),
  phone: line(40),
  email: z.union([z.literal(""), z.email().max(254)]),
  nextAction: line(300),
  /** Calendar date, YYYY-MM-DD. */
  nextActionOn: z.iso.date().nullable(),
  /** Markdown. */
  notes: z.string().normalize("NFC").max(20_000).regex(CONTROL_IN_LINES),
  ownerId: idSchema("usr").nullable(),
  /** Estimated amount in EUR minor units (cents). */
  estimatedMinor: z.int().min(0).max(1_000_000_000_000).nullable(),
};

export const ClientId = idSchema("cli");

/** What people may fill in. */
const ClientFields = z.strictObject(fields);
export type ClientFields = z.infer<typeof ClientFields>;

/** Texts as they were written: by whatever rules held then. */
const written = {
  company: z.string(),
  contact: z.string(),
  sector: z.string(),
  phone: z.string(),
  nextAction: z.string(),
};

/** A client as it is stored, published and searched. */
export const ClientRecord = z.strictObject({
  id: ClientId,
  version: z.int().positive(),
  ...fields,
  ...written,
  /** Since when the client stands in its stage. ISO UTC instant, like the other instants. */
  stageSince: z.iso.datetime(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type ClientRecord = z.infer<typeof ClientRecord>;

/** A client as one reader sees it: `can` says what this reader may do with it. */
export const ClientView = ClientRecord.extend({
  can: z.strictObject({ write: z.boolean(), delete: z.boolean() }),
}).meta({ id: "Client" });
export type ClientView = z.infer<typeof ClientView>;

/** A new client: only the company is asked for. */
export const ClientInput = z.strictObject({
  company: fields.company,
  contact: fields.contact.default(""),
  status: fields.status.default("prospect"),
  stage: fields.stage.default("new"),
  priority: fields.priority.default("medium"),
  sector: fields.sector.default(""),
  size: fields.size.default(null),
  phone: fields.phone.default(""),
  email: fields.email.default(""),
  nextAction: fields.nextAction.default(""),
  nextActionOn: fields.nextActionOn.default(null),
  notes: fields.notes.default(""),
  ownerId: fields.ownerId.default(null),
  estimatedMinor: fields.estimatedMinor.default(null),
});
export type ClientInput = z.output<typeof ClientInput>;

/** Some fields of a client, at least one. */
export const ClientChanges = ClientFields.partial().refine(
  (changes) => Object.keys(changes).length > 0,
  { error: "at least one field" },
);
export type ClientChanges = { [K in keyof ClientFields]?: ClientFields[K] | undefined };
