import { CONNECTION } from "#worker/features/connections/testing.ts";
import type { Change, Firm } from "./audit-trail.ts";

const connection = async ({ owner }: Firm) =>
  (await owner.json<{ id: string }>("post /connections", CONNECTION)).id;

/** What changes connections to databases. */
export const CONNECTION_TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /connections": async () => ({ path: "/connections", body: CONNECTION }),
  "patch /connections/{id}": async (firm) => ({
    path: `/connections/${await connection(firm)}`,
    body: { version: 1, changes: { name: "Paie" } },
  }),
  "delete /connections/{id}": async (firm) => {
    const record = await connection(firm);
    return { path: `/connections/${record}`, record };
  },
};
