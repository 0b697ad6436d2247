import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { password, startOrganization, type Session } from "../demo/session.ts";
import type { Server } from "../lib/server.ts";

/** An organization of a drill: its owner, who can sign in again, and its id. */
export interface DrillFirm {
  id: string;
  name: string;
  email: string;
  password: string;
  owner: Session;
}

/**
 * Makes an organization whose every corner says a word: its name, people, roles, divisions, clients, boards, cards, files,
 * mails, audit rows, the answers kept for repeated requests, an export.
 */
export async function makeFirm(server: Server, word: string): Promise<DrillFirm> {
  const { url } = server;
  const firm = { name: `Atelier ${word}`, email: `claire-${randomUUID()}@example.com` };
  const { email } = firm;
  const secret = password();
  const owner = await startOrganization(url, {
    organization: `${word} et Cie`,
    name: "Claire Morvan",
    email,
    password: secret,
    language: "fr",
  });
  const me = await owner.get<{ organization: { id: string } }>("/auth/me");
  const { items: roles } = await owner.get<{ items: { id: string; slug: string }[] }>("/roles");
  const roleId = roles.find(({ slug }) => slug === "viewer")?.id;
  await owner.post("/roles", { name: `Rôle ${word}`, permissions: ["clients.read"] });
  await owner.post("/divisions", { name: `Agence ${word}` });
  await owner.post("/invitations", { email: `guest@${word}.example`, roleId });
  await workOf(owner, word);
  await doorsOf(owner, word, roleId);
  await owner.patch("/organization", { name: firm.name });
  // Keys of files are made of ids, never of names.
  for (const place of ["plans/a.txt", "plans/b.txt", "photos/c.txt"])
    await server.putFile(`${me.organization.id}/${place}`, `Plan ${word}\n`.repeat(200));
  return { ...firm, password: secret, id: me.organization.id, owner };
}

/** What opens the organization to machines and to the support, and a copy of it. */
async function doorsOf(owner: Session, word: string, roleId: string | undefined): Promise<void> {
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const permissions = ["clients.read"];
  await owner.post("/tokens", { name: `Jeton ${word}`, permissions, expiresAt });
  await owner.post("/service-accounts", { name: `Robot ${word}`, roleId });
  await owner.post("/support/grants", { hours: 72, reason: `Import ${word}` });
  await owner.post("/exports", {});
  for (let waited = 0; waited < 120; waited += 1) {
    const { items } = await owner.get<{ items: { state: string }[] }>("/exports");
    if (items.every(({ state }) => state !== "running")) return;
    await sleep(500);
  }
}

async function workOf(owner: Session, word: string): Promise<void> {
  for (let at = 0; at < 40; at += 1) {
    const notes = `${word} `.repeat(at);
    await owner.post("/clients", { company: `Mairie ${word} ${at}`, contact: word, notes });
  }
  const { id } = await owner.post<{ id: string }>("/boards", { title: `Quai ${word}` });
  const { columns } = await owner.get<{ columns: { id: string }[] }>(`/boards/${id}/cards`);
  const cards = Array.from({ length: 20 }, (_, at) => ({
    kind: "card.create",
    card: owner.id("crd"),
    column: columns[0]?.id,
    after: null,
    before: null,
    fields: { title: `Carte ${word} ${at}`, description: `${word} `.repeat(at), tags: [word] },
  }));
  await owner.post(`/boards/${id}/ops`, { ops: cards });
}
