import { testId } from "#domain/boards/testing.ts";
import type { Invitation } from "#domain/members/model.ts";
import { newId } from "#domain/ids.ts";
import { databaseOf } from "#worker/platform/testing-databases.ts";
import {
  openBrowser,
  openRegistration,
  registration,
  signUp,
} from "#worker/features/identity/testing.ts";
import { openFirm, openInvitation, type Colleague } from "#worker/features/members/testing.ts";
import { lastMailTo } from "#worker/platform/testing-mails.ts";
import { BOARD_TRAIL } from "./audit-trail-boards.ts";
import { CONNECTION_TRAIL } from "./audit-trail-connections.ts";
import { DASHBOARD_TRAIL } from "./audit-trail-dashboards.ts";
import { ANALYTICS_TRAIL } from "./audit-trail-analytics.ts";
import { NOTE_TRAIL } from "./audit-trail-notes.ts";
import { TOKEN_TRAIL } from "./audit-trail-tokens.ts";

export type Firm = Awaited<ReturnType<typeof openFirm>>;

/** A change that a route makes: what is asked, by whom, and which record must stand in the audit row. */
export interface Change {
  path: string;
  body?: unknown;
  /** Another than the firm's owner. */
  by?: Colleague;
  /** The organization whose audit must tell it, where it is neither the firm nor in the answer. */
  organizationId?: string;
  /** The record of the audit row, where the answer does not say it. */
  record?: string;
}

const WEBHOOK = { url: "https://hooks.example.com/", types: ["client.created"] };

const id = (answer: { id: string }) => answer.id;
const client = async ({ owner }: Firm) =>
  id(await owner.json("post /clients", { company: "Port" }));
const role = async ({ owner }: Firm) =>
  id(
    await owner.json("post /roles", { name: `Rôle ${testId("rol", Date.now())}`, permissions: [] }),
  );
const division = async ({ owner }: Firm) =>
  id(await owner.json("post /divisions", { name: testId("div", Date.now()) }));
const webhook = async ({ owner }: Firm) => id(await owner.json("post /webhooks", WEBHOOK));
const place = async (firm: Firm) => {
  const record = (await firm.hire("viewer")).me.person.id;
  return { path: `/divisions/${await division(firm)}/members/${record}`, record };
};
const invite = ({ owner, roleId }: Firm) =>
  owner.json<Invitation>("post /invitations", { email: null, roleId: roleId("viewer") });

/** An export in some state, as its row alone: a real one would be over before it is asked for. */
const planted = async ({ organizationId }: Firm, state: "running" | "ready") => {
  const db = await databaseOf(organizationId);
  const record = newId("exp");
  await db.change("UPDATE exports SET state = 'cancelled' WHERE state = 'running'");
  await db.change(
    "INSERT INTO exports (id, state, started_by, started_by_name, started_at) VALUES (?, ?, '', '', '2026-11-24T09:00:00.000Z')",
    record,
    state,
  );
  return record;
};

/** How each route that changes the organization is made to change something. */
export const TRAIL: Record<string, (firm: Firm) => Promise<Change>> = {
  "post /clients": async () => ({ path: "/clients", body: { company: "Mairie" } }),
  "patch /clients/{id}": async (firm) => {
    const body = { version: 1, changes: { company: "Autre nom" } };
    return { path: `/clients/${await client(firm)}`, body };
  },
  "delete /clients/{id}": async (firm) => {
    const record = await client(firm);
    return { path: `/clients/${record}`, record };
  },
  "post /clients/{id}/restore": async (firm) => {
    const record = await client(firm);
    await firm.owner.json(`delete /clients/${record}`);
    return { path: `/clients/${record}/restore`, record };
  },
  "post /clients/bulk": async (firm) => {
    const record = await client(firm);
    const body = { items: [{ id: record, changes: { priority: "high" } }] };
    return { path: "/clients/bulk", body, record };
  },
  "post /clients/bulk/delete": async (firm) => {
    const record = await client(firm);
    return { path: "/clients/bulk/delete", body: { ids: [record] }, record };
  },
  "post /clients/bulk/restore": async (firm) => {
    const record = await client(firm);
    await firm.owner.json(`delete /clients/${record}`);
    return { path: "/clients/bulk/restore", body: { ids: [record] }, record };
  },
  ...BOARD_TRAIL,
  ...NOTE_TRAIL,
  ...ANALYTICS_TRAIL,
  ...DASHBOARD_TRAIL,
  "patch /members/{userId}": async (firm) => {
    const record = (await firm.hire("viewer")).me.person.id;
    return { path: `/members/${record}`, body: { roleId: firm.roleId("member") }, record };
  },
  "delete /members/{userId}": async (firm) => {
    const record = (await firm.hire("viewer")).me.person.id;
    return { path: `/members/${record}`, record };
  },
  "post /roles": async () => ({
    path: "/roles",
    body: { name: "Métreur", permissions: ["clients.read"] },
  }),
  "patch /roles/{id}": async (firm) => {
    return { path: `/roles/${await role(firm)}`, body: { permissions: ["clients.read"] } };
  },
  "delete /roles/{id}": async (firm) => {
    const record = await role(firm);
    return { path: `/roles/${record}`, record };
  },
  "post /invitations": async ({ roleId }) => ({
    path: "/invitations",
    body: { email: null, roleId: roleId("viewer") },
  }),
  "delete /invitations/{id}": async (firm) => {
    const record = id(await invite(firm));
    return { path: `/invitations/${record}`, record };
  },
  "post /auth/invitations/accept": async (firm) => {
    const { token, id: record } = await invite(firm);
    const body = await openInvitation(token, registration({ name: "Lucas Petit" }));
    return { path: "/auth/invitations/accept", body, record };
  },
  "post /auth/invitations/join": async (firm) => {
    const { token, id: record } = await invite(firm);
    const { owner: by } = await openFirm();
    return { path: "/auth/invitations/join", body: { token }, by, record };
  },
  "post /divisions": async () => ({ path: "/divisions", body: { name: `Agence ${Date.now()}` } }),
  "patch /divisions/{id}": async (firm) => ({
    path: `/divisions/${await division(firm)}`,
    body: { name: `Autre ${Date.now()}` },
  }),
  "delete /divisions/{id}": async (firm) => {
    const record = await division(firm);
    return { path: `/divisions/${record}`, record };
  },
  "put /divisions/{id}/members/{userId}": async (firm) => {
    const { path, record } = await place(firm);
    return { path, body: { roleId: null }, record };
  },
  "delete /divisions/{id}/members/{userId}": async (firm) => {
    const { path, record } = await place(firm);
    await firm.owner.json(`put ${path}`, { roleId: null });
    return { path, record };
  },
  "put /organization/second-factor": async ({ organizationId: record }) => ({
    path: "/organization/second-factor",
    body: { demanded: true, graceDays: 14 },
    record,
  }),
  "post /support/grants": async () => ({
    path: "/support/grants",
    body: { hours: 1, reason: "Import bloqué" },
  }),
  "delete /support/grants/{id}": async (firm) => {
    const body = { hours: 1, reason: "Import bloqué" };
    const record = id(await firm.owner.json("post /support/grants", body));
    return { path: `/support/grants/${record}`, record };
  },
  "post /organization/deletion": async () => {
    // Another firm: this one goes on.
    const { owner: by, organizationId } = await openFirm();
    const body = { name: by.me.organization.name, reason: "Cessation d’activité" };
    return { path: "/organization/deletion", body, by, organizationId, record: organizationId };
  },
  "delete /organization/deletion": async () => {
    const { owner: by, organizationId } = await openFirm();
    await by.json("post /organization/deletion", { name: by.me.organization.name });
    return { path: "/organization/deletion", by, organizationId, record: organizationId };
  },
  "patch /organization": async ({ organizationId: record }) => ({
    path: "/organization",
    body: { name: "Atelier Morvan et fils" },
    record,
  }),
  "post /organization/ownership": async () => {
    // Another firm: this one's owner has to stay.
    const { owner: by, hire, organizationId } = await openFirm();
    const body = { userId: (await hire("admin")).me.person.id };
    const record = by.me.person.id;
    return { path: "/organization/ownership", body, by, organizationId, record };
  },
  "post /auth/register": async () => ({
    path: "/auth/register",
    body: await openRegistration(registration()),
  }),
  "post /auth/register/organization": async () => {
    const { form, me } = await signUp();
    await openBrowser().json("post /auth/register/start", { email: form.email, language: "fr" });
    const { token } = await lastMailTo(form.email, "register_known");
    const body = { token, organization: "Deuxième atelier" };
    return { path: "/auth/register/organization", body, record: me.person.id };
  },
  "post /auth/organizations": async () => {
    const { owner: by } = await openFirm();
    const body = { name: "Deuxième atelier" };
    return { path: "/auth/organizations", body, by, record: by.me.person.id };
  },
  "patch /auth/me": async ({ owner }) => ({
    path: "/auth/me",
    body: { name: "Claire Petit" },
    record: owner.me.person.id,
  }),
  ...TOKEN_TRAIL,
  ...CONNECTION_TRAIL,
  "post /webhooks": async () => ({ path: "/webhooks", body: WEBHOOK }),
  "patch /webhooks/{id}": async (firm) => ({
    path: `/webhooks/${await webhook(firm)}`,
    body: { version: 1, changes: { description: "Comptabilité" } },
  }),
  "post /webhooks/{id}/pause": async (firm) => ({
    path: `/webhooks/${await webhook(firm)}/pause`,
    body: { version: 1 },
  }),
  "post /webhooks/{id}/resume": async (firm) => {
    const path = `/webhooks/${await webhook(firm)}`;
    await firm.owner.json(`post ${path}/pause`, { version: 1 });
    return { path: `${path}/resume`, body: { version: 2 } };
  },
  "post /webhooks/{id}/secret/rotate": async (firm) => ({
    path: `/webhooks/${await webhook(firm)}/secret/rotate`,
    body: { version: 1 },
  }),
  "delete /webhooks/{id}": async (firm) => {
    const record = await webhook(firm);
    return { path: `/webhooks/${record}`, record };
  },
  "post /exports": async () => ({ path: "/exports" }),
  "post /exports/{id}/cancel": async (firm) => {
    const record = await planted(firm, "running");
    return { path: `/exports/${record}/cancel`, record };
  },
  "delete /exports/{id}": async (firm) => {
    const record = await planted(firm, "ready");
    return { path: `/exports/${record}`, record };
  },
  "patch /audit/retention": async () => ({
    path: "/audit/retention",
    body: { version: 1, auditDays: 3653, accessDays: 365 },
    record: "policy",
  }),
};
