import { z } from "zod";
import { defineRoute } from "#domain/route.ts";

/** A record that matches. `href` is its address in the web. */
export const SearchHit = z.strictObject({
  entity: z.string(),
  entityId: z.string(),
  title: z.string(),
  subtitle: z.string(),
  href: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const searchRecords = defineRoute({
  method: "get",
  path: "/search",
  permission: "member",
  tokens: true,
  summary: "Find records by words, in any feature that this person may read",
  query: z.strictObject({
    q: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(50).default(12),
  }),
  output: z.strictObject({ items: z.array(SearchHit) }),
});
