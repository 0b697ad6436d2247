import { MODEL, sourceOf } from "#worker/features/workspaces/testing.ts";
import type { Change, Firm } from "./audit-trail.ts";

const made = async ({ owner }: Firm, request: `post /${string}`, body: unknown) =>
  (await owner.json<{ id: string }>(request, body)).id;
const workspace = (firm: Firm) => made(firm, "post /workspaces", { title: "Ventes" });

type Make = (firm: Firm) => Promise<{ path: string; body: object }>;

/** What each kind of record in a workspace is made of, and of the kinds themselves. */
const MAKES: Record<string, { make: Make; changes: object }> = {
  workspaces: {
    make: async () => ({ path: "/workspaces", body: { title: "Ventes" } }),
    changes: { title: "Ventes du groupe" },
  },
  "data-sources": {
    make: async (firm) => ({ path: "/data-sources", body: sourceOf(await workspace(firm)) }),
    changes: { title: "Ventes du groupe" },
  },
  questions: {
    make: async (firm) => ({
      path: "/questions",
      body: { workspaceId: await workspace(firm), title: "Par région", sql: "FROM ventes" },
    }),
    changes: { verified: true },
  },
  "semantic-layers": {
    make: async (firm) => ({
      path: "/semantic-layers",
      body: { workspaceId: await workspace(firm), document: MODEL },
    }),
    changes: { document: { ...MODEL, glossary: [] } },
  },
};

function trailOf(name: string, make: Make, changes: object) {
  const standing = async (firm: Firm) => {
    const { path, body } = await make(firm);
    return made(firm, `post ${path as `/${string}`}`, body);
  };
  const trail: Record<string, (firm: Firm) => Promise<Change>> = {
    [`post /${name}`]: make,
    [`patch /${name}/{id}`]: async (firm) => ({
      path: `/${name}/${await standing(firm)}`,
      body: { version: 1, changes },
    }),
    [`delete /${name}/{id}`]: async (firm) => {
      const record = await standing(firm);
      return { path: `/${name}/${record}`, record };
    },
    [`post /${name}/{id}/restore`]: async (firm) => {
      const record = await standing(firm);
      await firm.owner.json(`delete /${name}/${record}`);
      return { path: `/${name}/${record}/restore`, record };
    },
  };
  return trail;
}

const device = async (firm: Firm) =>
  made(firm, "post /data-sources", sourceOf(await workspace(firm)));
const sending = async (firm: Firm) => {
  const record = await device(firm);
  await firm.owner.json(`put /data-sources/${record}/parts/0`, { data: "AAAA" });
  const body = { version: 1, bytes: 3, format: "text", reading: "{}" };
  return { path: `/data-sources/${record}/share`, body, record };
};

/** What gives a file to the organization, and takes it back. */
const SHARING: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /data-sources/{id}/share": sending,
  "put /data-sources/{id}/reading": async (firm) => {
    const { path, body, record } = await sending(firm);
    await firm.owner.json(`post ${path as `/${string}`}`, body);
    const revision = { version: 2, reading: "{}", columns: [], rows: 1 };
    return { path: `/data-sources/${record}/reading`, body: revision, record };
  },
  "post /data-sources/{id}/unshare": async (firm) => {
    const { path, body, record } = await sending(firm);
    await firm.owner.json(`post ${path as `/${string}`}`, body);
    return { path: `/data-sources/${record}/unshare`, body: { version: 2 }, record };
  },
};

/** What changes workspaces and what stands in them. */
export const ANALYTICS_TRAIL = Object.assign(
  { ...SHARING },
  ...Object.entries(MAKES).map(([name, { make, changes }]) => trailOf(name, make, changes)),
) as Record<string, (firm: Firm) => Promise<Change>>;
