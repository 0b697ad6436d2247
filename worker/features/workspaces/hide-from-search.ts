import { and, eq, ne, sql } from "drizzle-orm";
import type { Write } from "#worker/platform/writes.ts";
import { searchDocs } from "#worker/platform/search-tables.ts";

/** A key that nobody holds. */
const NOBODY = "";
/** The entities of what stands in a workspace have addresses below its own. */
const below = (id: string) => sql`${searchDocs.href} GLOB ${`/analytics/w/${id}[/?]*`}`;

/** Takes whatever a workspace holds out of everybody's search. */
export function hideFromSearch(id: string): Write {
  return {
    guarded: false,
    build: (db) =>
      db
        .update(searchDocs)
        .set({ permission: NOBODY })
        .where(and(ne(searchDocs.entity, "card"), below(id))),
  };
}

/** Lets search find it again. */
export function showInSearch(id: string): Write {
  return {
    guarded: false,
    build: (db) =>
      db
        .update(searchDocs)
        .set({ permission: "analytics.read" })
        .where(and(eq(searchDocs.permission, NOBODY), below(id))),
  };
}
