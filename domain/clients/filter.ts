import { z } from "zod";
import { idSchema } from "#domain/ids.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "./values.ts";

/** Values of a list in a query string: `stage=new,contacted`. Any of them matches. */
function anyOf<S extends z.ZodType<string, string>>(item: S) {
  return z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(item).min(1).max(50))
    .optional();
}

/** Query parameters that narrow a list of clients. All given ones must hold. */
export const clientFilter = {
  /** Words that must all begin a word of the client: company, contact, sector, next action, notes… */
  q: z.string().trim().max(200).optional(),
  status: anyOf(z.enum(STATUSES)),
  stage: anyOf(z.enum(STAGES)),
  priority: anyOf(z.enum(PRIORITIES)),
  size: anyOf(z.enum(SIZES)),
  /** Ids of users; `none` finds clients without an owner. */
  ownerId: anyOf(z.union([idSchema("usr"), z.literal("none")])),
  /** The whole sector, whatever its case and accents. */
  sector: z.string().trim().min(1).max(80).optional(),
  /** Clients whose next action is due before this date (YYYY-MM-DD), without those that have none. */
  nextActionBefore: z.iso.date().optional(),
};

const ClientFilter = z.strictObject(clientFilter);
export type ClientFilter = z.output<typeof ClientFilter>;
