import { z } from "zod";

/** Columns of a dashboard's grid. */
export const COLUMNS = 12;

/** Where a widget is put on the grid: place and size in cells. It never reaches past the last column. */
export const Layout = z
  .strictObject({
    x: z
      .int()
      .min(0)
      .max(COLUMNS - 1),
    y: z.int().min(0).max(999),
    w: z.int().min(1).max(COLUMNS),
    h: z.int().min(1).max(40),
    /** Of two in one row that want the same cells, the higher one stays. Whoever puts a widget somewhere gives it the highest. */
    rank: z.int().min(0).optional(),
  })
  .refine(({ x, w }) => x + w <= COLUMNS, { error: "past the last column" });
export type Layout = z.infer<typeof Layout>;
