import { newId } from "#domain/ids.ts";
import type { AnyRoute } from "#domain/route.ts";
import { TEMPLATE } from "#worker/features/boards/testing-template.ts";
import { VIEW } from "#worker/features/boards/testing-view.ts";
import { change } from "#worker/platform/testing-databases.ts";
import { CONNECTION } from "#worker/features/connections/testing.ts";
import { SCHEDULE } from "#worker/features/dashboards/schedule/testing.ts";
import { figuresOf, PICTURE, publication } from "#worker/features/dashboards/share/testing.ts";
import { MODEL, sourceOf } from "#worker/features/workspaces/testing.ts";
import type { TestOrganization } from "#worker/platform/testing.ts";

/** `patch /clients/{id}`: how routes are named here. */
export function nameOf(route: AnyRoute): string {
  return `${route.method} ${route.path}`;
}

/** A body that each route with parameters accepts, so that only what is under test can refuse it. */
export const BODIES: Record<string, unknown> = {
  "patch /clients/{id}": { version: 1, changes: { company: "Autre nom" } },
  "patch /dashboards/{id}": { version: 1, changes: { title: "Autre titre" } },
  "put /dashboards/{id}/figures": publication(figuresOf(newId("wdg"))),
  "put /dashboards/{id}/figures/picture": { version: 1, language: "fr", data: btoa(PICTURE) },
  "post /dashboards/{id}/links": { days: 7 },
  "put /dashboard-links/{id}/password": { password: "quatre zèbres lents" },
  "post /dashboards/{id}/comments": { text: "À revoir" },
  "patch /dashboard-comments/{id}": { version: 1, changes: { resolved: true } },
  "post /dashboards/{id}/schedules": SCHEDULE,
  "patch /dashboard-schedules/{id}": { version: 1, changes: { hour: 9 } },
  "patch /dashboards/{id}/versions/{version}": { name: "Avant les vacances" },
  "patch /widgets/{id}": { version: 1, changes: { title: "Autre titre" } },
  "patch /notes/{id}": { version: 1, changes: { title: "Autre titre" } },
  "patch /workspaces/{id}": { version: 1, changes: { title: "Autre titre" } },
  "patch /data-sources/{id}": { version: 1, changes: { title: "Autre titre" } },
  "put /data-sources/{id}/parts/{number}": { data: "AAAA" },
  "post /data-sources/{id}/share": { version: 1, bytes: 3, format: "text", reading: "{}" },
  "put /data-sources/{id}/reading": { version: 2, reading: "{}", columns: [], rows: 1 },
  "post /data-sources/{id}/unshare": { version: 2 },
  "patch /questions/{id}": { version: 1, changes: { title: "Autre titre" } },
  "patch /semantic-layers/{id}": { version: 1, changes: { document: MODEL } },
  "patch /boards/{id}": { version: 1, changes: { title: "Autre titre" } },
  "post /boards/{id}/archive": { version: 1 },
  "post /boards/{id}/restore": { version: 1 },
  "post /boards/{id}/ops": {
    ops: [{ kind: "card.delete", card: newId("crd") }],
  },
  "post /boards/{id}/backups": {},
  "post /boards/{id}/backups/{backup}/restore": {},
  "put /boards/{id}/views/{view}": VIEW,
  "put /boards/{id}/templates/{template}": TEMPLATE,
  "put /boards/{id}/default-view": { view: null },
  "put /board-imports/{id}/parts/{number}": {
    cards: [
      {
        card: newId("crd"),
        row: 1,
        column: newId("col"),
        fields: {
          title: "Reprise",
          description: "",
          priority: "none",
          dueOn: null,
          clientId: null,
          tags: [],
          assigneeIds: [],
        },
      },
    ],
  },
  "patch /tasks/{id}": { version: 0, changes: { title: "Autre titre" } },
  "put /boards/{id}/files/{file}/parts/{number}": { data: "AAAA" },
  "post /boards/{id}/cards/{card}/bring": { from: { board: newId("brd"), card: newId("crd") } },
  "put /boards/{id}/files/{file}/face": { data: "AAAA" },
  "post /boards/{id}/files/{file}": { name: "plan.png", size: 3, type: "image/png" },
  "patch /auth/passkeys/{id}": { name: "Autre clé" },
  "patch /members/{userId}": { roleId: newId("rol") },
  "patch /roles/{id}": { name: "Autre rôle" },
  "patch /webhooks/{id}": { version: 1, changes: { description: "Autre nom" } },
  "patch /connections/{id}": { version: 1, changes: { name: "Autre nom" } },
  "post /connections/{id}/query": { sql: "SELECT 1" },
  "post /webhooks/{id}/pause": { version: 1 },
  "post /webhooks/{id}/resume": { version: 1 },
  "post /webhooks/{id}/secret/rotate": { version: 1 },
  "post /webhooks/{id}/replay": { since: "2026-11-24T09:00:00.000Z" },
  "patch /divisions/{id}": { name: "Autre division" },
  "put /divisions/{id}/members/{userId}": { roleId: null },
  "put /restores/{id}/chunks/{number}": { data: "AAAA" },
  "patch /service-accounts/{id}": { name: "Autre compte" },
  "post /service-accounts/{id}/tokens": {
    name: "Jeton",
    permissions: ["clients.read"],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  },
};

/** Records of an organization that a stranger must not reach, by the prefix of their id. */
export async function foreignIds(organization: TestOrganization): Promise<Record<string, string>> {
  const { owner } = organization;
  const create = async (path: string, body: unknown): Promise<string> => {
    const answer = await owner.call(`post ${path}`, body);
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json<{ id: string }>()).id;
  };
  const roles = await (await owner.call("get /roles")).json<{ items: { id: string }[] }>();
  const boardId = await create("/boards", { title: "Tableau des autres" });
  const roleId = roles.items.at(-1)?.id ?? "";
  return {
    cli: await create("/clients", { company: "Chez les autres" }),
    not: await create("/notes", { title: "Note des autres", heldOn: "2026-11-20" }),
    ...(await analysesOf(organization, create)),
    brd: boardId,
    bak: await create(`/boards/${boardId}/backups`, {}),
    bvw: await viewOf(organization, boardId),
    tpl: await templateOf(organization, boardId),
    fil: await fileOf(organization, boardId),
    crd: await create("/tasks", { boardId, title: "Carte des autres" }),
    inv: await create("/invitations", { email: null, roleId }),
    div: await create("/divisions", { name: `Ailleurs ${newId("x").slice(-8)}` }),
    rol: roleId,
    ...(await webhookOf(organization)),
    cnx: await connectionOf(organization),
    tok: await create("/tokens", {
      name: "Export",
      permissions: ["clients.read"],
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
    svc: await create("/service-accounts", { name: `Robot ${newId("x").slice(-8)}`, roleId }),
    pky: await passkeyOf(owner.userId),
    grt: await create("/support/grants", { hours: 1, reason: "Import bloqué" }),
    exp: await exportOf(organization),
    rst: await create("/restores", { name: null, size: 1000 }),
    imp: await create("/board-imports", importOf(boardId)),
    chunk: "0",
    first: "1",
    usr: owner.userId,
    ses: owner.sessionId,
  };
}

/** The same source, its file given to the organization. */
async function sharedSource({ owner }: TestOrganization, id: string): Promise<string> {
  const path = `/data-sources/${id}`;
  await owner.call(`put ${path}/parts/0`, { data: "AAAA" });
  const body = { version: 1, bytes: 3, format: "text", reading: "{}" };
  await owner.call(`post ${path}/share`, body);
  return id;
}

/** A workspace with one record of each kind that stands in it. */
async function analysesOf(
  organization: TestOrganization,
  create: (path: string, body: unknown) => Promise<string>,
) {
  const workspaceId = await create("/workspaces", { title: "Espace des autres" });
  const board = { workspaceId, title: "Pilotage des autres" };
  const dashboardId = await create("/dashboards", board);
  const layout = { x: 0, y: 0, w: 6, h: 4 };
  const widget = { dashboardId, title: "CA des autres", kind: "table", layout };
  const widgetId = await create("/widgets", widget);
  const figures = publication(figuresOf(widgetId));
  await organization.owner.call(`put /dashboards/${dashboardId}/figures`, figures);
  return {
    wsp: workspaceId,
    dsb: dashboardId,
    dvr: await create(`/dashboards/${dashboardId}/versions`, {}),
    lnk: await create(`/dashboards/${dashboardId}/links`, { days: 7 }),
    dcm: await create(`/dashboards/${dashboardId}/comments`, { text: "Entre nous" }),
    sch: await create(`/dashboards/${dashboardId}/schedules`, SCHEDULE),
    wdg: widgetId,
    src: await sharedSource(organization, await create("/data-sources", sourceOf(workspaceId))),
    qst: await create("/questions", {
      workspaceId,
      title: "Question des autres",
      sql: "FROM ventes",
    }),
    sml: await create("/semantic-layers", { workspaceId, document: MODEL }),
    ask: await askOf(organization, workspaceId),
  };
}

/** A saved view of a board. */
async function viewOf({ owner }: TestOrganization, board: string): Promise<string> {
  const made = await owner.call(`put /boards/${board}/views/${newId("bvw")}`, VIEW);
  return (await made.json<{ id: string }>()).id;
}

/** A card template of a board. */
async function templateOf({ owner }: TestOrganization, board: string): Promise<string> {
  const made = await owner.call(`put /boards/${board}/templates/${newId("tpl")}`, TEMPLATE);
  return (await made.json<{ id: string }>()).id;
}

/** A file of a board. */
async function fileOf({ owner }: TestOrganization, board: string): Promise<string> {
  const id = newId("fil");
  const path = `/boards/${board}/files/${id}`;
  await owner.call(`put ${path}/parts/0`, { data: "AAAA" });
  await owner.call(`post ${path}`, { name: "plan.png", size: 3, type: "image/png" });
  return id;
}
/** An import into a board that has yet to get its cards. */
export const importOf = (boardId: string) => ({
  source: "csv",
  fileName: "cartes.csv",
  boardId,
  title: "Reprise",
  columns: [{ id: newId("col"), name: "Reprise", category: "todo", wipLimit: null, isNew: true }],
  total: 1,
});

/** A connection to a database: the one that is there, as an organization has not many. */
async function connectionOf({ owner }: TestOrganization): Promise<string> {
  const list = await owner.call("get /connections");
  const [first] = (await list.json<{ items: { id: string }[] }>()).items;
  if (first) return first.id;
  const made = await owner.call("post /connections", CONNECTION);
  return (await made.json<{ id: string }>()).id;
}

/** A webhook, and a delivery that goes nowhere. */
async function webhookOf({ owner }: TestOrganization): Promise<{ whk: string; msg: string }> {
  const body = { url: "https://hooks.example.com/autres", types: ["client.created"] };
  const made = await owner.call("post /webhooks", body);
  const { id: whk } = await made.json<{ id: string }>();
  const test = await owner.call(`post /webhooks/${whk}/test`);
  return { whk, msg: (await test.json<{ id: string }>()).id };
}

/** A conversation with Claude, as its row alone: to begin one takes a key of the API. */
async function askOf({ db, owner }: TestOrganization, workspaceId: string): Promise<string> {
  const id = newId("ask");
  const at = "2026-11-24T09:00:00.000Z";
  const sql = `INSERT INTO asks (id, workspace_id, asked_by, question, model, prefix, created_at, updated_at)
    VALUES (?, ?, ?, 'Le CA des autres ?', 'claude-sonnet-5-5', '[]', ?, ?)`;
  await db.prepare(sql).bind(id, workspaceId, owner.userId, at, at).run();
  return id;
}

/** An export that is ready, as its row alone. */
async function exportOf({ db, owner }: TestOrganization): Promise<string> {
  const id = newId("exp");
  const sql = `INSERT INTO exports (id, state, started_by, started_by_name, started_at) VALUES (?, 'ready', ?, 'Claire',
    '2026-11-24T09:00:00.000Z')`;
  await db.prepare(sql).bind(id, owner.userId).run();
  return id;
}

/** A passkey of a person, as its row alone. */
async function passkeyOf(userId: string): Promise<string> {
  const id = newId("pky");
  await change(
    `INSERT INTO passkeys (id, user_id, credential_id, public_key, counter, transports, synced, name, created_at)
     VALUES (?1, ?2, ?1, '', 0, '[]', 0, 'Clé', '2026-11-24T09:00:00.000Z')`,
    id,
    userId,
  );
  return id;
}

/** The path with each parameter filled from the ids, by the prefix that its schema accepts. */
export function fillPath(route: AnyRoute, ids: Record<string, string>): string {
  return route.path.replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
    for (const id of Object.values(ids)) {
      const result = route.params?.safeParse({ [name]: id });
      const refused = result?.error?.issues.some((issue) => issue.path[0] === name);
      if (!refused) return id;
    }
    throw new Error(`No sample id fits {${name}} of ${nameOf(route)}: add one to foreignIds`);
  });
}
