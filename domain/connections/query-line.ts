import { z } from "zod";
import { ColumnKind } from "#domain/analytics/reading.ts";
import { ERRORS, type ErrorCode } from "#domain/errors.ts";

/** A column of an answer. */
export const AnswerColumn = z.strictObject({ name: z.string(), kind: ColumnKind });
export type AnswerColumn = z.infer<typeof AnswerColumn>;

const isCode = (text: string): text is ErrorCode => Object.hasOwn(ERRORS, text);

/**
 * A line of a query's answer, which is NDJSON: first the columns, then batches of rows, last `done` or `error`. An answer that ends
 * with neither broke off.
 */
export const QueryLine = z.union([
  z.strictObject({ columns: z.array(AnswerColumn) }),
  z.strictObject({ rows: z.array(z.array(z.unknown())) }),
  z.strictObject({
    done: z.strictObject({
      rows: z.int().nonnegative(),
      bytes: z.int().nonnegative(),
      ms: z.int().nonnegative(),
      /** There was more: the cap of rows or of bytes was reached. */
      cut: z.boolean(),
    }),
  }),
  z.strictObject({
    error: z.strictObject({
      code: z.string().refine(isCode),
      params: z.record(z.string(), z.unknown()),
    }),
  }),
]);
export type QueryLine = z.infer<typeof QueryLine>;
