import { z } from "zod";
import { idSchema, type IdPrefix } from "./ids.ts";

/** What every stored record carries beside what people fill in. Instants are ISO UTC. */
export function recordOf(prefix: IdPrefix) {
  return {
    id: idSchema(prefix),
    version: z.int().positive(),
    createdBy: idSchema("usr"),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  };
}

/** Whether changes name a field at all. */
export const namesOne = [
  (changes: object) => Object.keys(changes).length > 0,
  { error: "at least one field" },
] as const;

/** Ids that stand once each in a list. */
export function onceEach(prefix: IdPrefix, most: number) {
  return z
    .array(idSchema(prefix))
    .max(most)
    .refine((ids) => new Set(ids).size === ids.length, { error: "each once" });
}
