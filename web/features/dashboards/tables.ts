import { createMemo, type Accessor } from "solid-js";
import type { Table } from "#domain/dashboards/narrow.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";

/** Whether two answers say the same, so that whoever reads the first is not told again. */
export const sameText = {
  equals: (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b),
};

/**
 * The sources that SQL can name, with their columns as far as they are known. Loading a source changes its state: what widgets read
 * must not change with it, or each load would ask for the next.
 */
export function createTables(sources: Sources): Accessor<readonly Table[]> {
  return createMemo(
    (): readonly Table[] =>
      sources.all().map(({ id, table, columns }) => {
        const state = sources.state(id);
        const known = state.kind === "ready" ? state.profiles : columns;
        return { name: table, columns: known.map(({ name, kind }) => ({ name, kind })) };
      }),
    [],
    sameText,
  );
}
