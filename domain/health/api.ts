import { z } from "zod";
import { defineRoute } from "#domain/route.ts";

const Part = z.strictObject({ ok: z.boolean(), ms: z.number().nonnegative() });

export const getHealth = defineRoute({
  method: "get",
  path: "/health",
  permission: "public",
  tokens: true,
  summary: "Tell whether the parts answer: the control database and the file store",
  output: z.strictObject({
    ok: z.boolean(),
    at: z.iso.datetime(),
    control: Part,
    files: Part,
    /** Where a development server shows the mails that it does not send; null anywhere else. */
    outbox: z.string().nullable(),
  }),
});
