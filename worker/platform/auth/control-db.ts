import { RAW, type Ctx } from "#worker/platform/context.ts";
import type { D1Like } from "#worker/platform/d1-meter.ts";

/** A value that D1 binds. */
export type SqlValue = string | number | null;

/** Reads of the control database. Writing goes through `commitControl`. */
export interface ControlDb {
  first<T>(sql: string, ...params: SqlValue[]): Promise<T | null>;
  all<T>(sql: string, ...params: SqlValue[]): Promise<T[]>;
}

/** Opens the control database for reading, inside an organization or before anyone is signed in. */
export function controlDb(ctx: Ctx | { control: D1Like }): ControlDb {
  const control = RAW in ctx ? ctx[RAW].control : ctx.control;
  const statement = (sql: string, params: SqlValue[]) => {
    if (!/^\s*(SELECT|WITH)\b/.test(sql)) throw new Error("commitControl is the only writer");
    return control.prepare(sql).bind(...params);
  };
  return {
    first: (sql, ...params) => statement(sql, params).first(),
    all: async <T>(sql: string, ...params: SqlValue[]) => {
      return (await statement(sql, params).all<T>()).results;
    },
  };
}
