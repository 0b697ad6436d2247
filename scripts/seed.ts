import { addAnalytics } from "./demo/analytics/add.ts";
import { BOARDS, type DemoBoard } from "./demo/boards.ts";
import { CLIENTS } from "./demo/clients.ts";
import { NOTES } from "./demo/notes.ts";
import { FIRM, PEOPLE } from "./demo/people.ts";
import { anyone, password, startOrganization, type Session } from "./demo/session.ts";
import { mailedToken } from "./lib/outbox.ts";

// Makes the demo firm through the API that everybody uses: node scripts/seed.ts http://127.0.0.1:8787
// Names, order and texts are the same each time. Dates count from today, so that "late" and "soon" stay true.
const base = process.argv[2];
if (!base) throw new Error("Tell the server's address: node scripts/seed.ts http://127.0.0.1:8787");

const DAY = 86_400_000;

/** The calendar date so many days from today, UTC. */
function inDays(days: number | null): string | null {
  return days === null ? null : new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** A number as two digits. */
function pair(n: number): string {
  return String(n % 100).padStart(2, "0");
}

/**
 * Registers the firm, then brings in everybody else by invitation, each by the link that was mailed to their address.
 * Passwords are random and kept nowhere.
 */
async function hire(): Promise<{ owner: Session; userIds: Map<string, string> }> {
  const [founder, ...others] = PEOPLE;
  if (!founder) throw new Error("The demo firm needs its owner");
  const owner = await startOrganization(base as string, {
    organization: FIRM,
    name: founder.name,
    email: founder.email,
    password: password(),
    language: "fr",
  });
  const roles = await owner.get<{ items: { id: string; slug: string }[] }>("/roles");
  const userIds = new Map([[founder.key, owner.userId]]);
  for (const person of others) {
    const roleId = roles.items.find((role) => role.slug === person.role)?.id;
    await owner.post("/invitations", { email: person.email, roleId });
    const session = await anyone(base as string).enter("/auth/invitations/accept", {
      account: "new",
      token: await mailedToken(base as string, person.email, "invitation"),
      name: person.name,
      password: password(),
      language: "fr",
    });
    userIds.set(person.key, session.userId);
  }
  return { owner, userIds };
}

async function addClients(
  owner: Session,
  userIds: Map<string, string>,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [at, { owner: key, due, ...client }] of CLIENTS.entries()) {
    const slug = client.company
      .normalize("NFD")
      .replaceAll(/\p{Mn}/gu, "")
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-");
    const created = await owner.post<{ id: string }>("/clients", {
      ...client,
      ownerId: userIds.get(key) ?? null,
      nextActionOn: inDays(due),
      email: `contact@${slug.replaceAll(/^-|-$/g, "")}.example`,
      phone: `04 65 71 ${pair(at * 7 + 11)} ${pair(at * 13 + 3)}`,
    });
    ids.set(client.company, created.id);
  }
  return ids;
}

/** A board that was made, with the ids of its cards by title. */
interface Made {
  id: string;
  cards: Map<string, string>;
}

async function addBoard(
  owner: Session,
  board: DemoBoard,
  userIds: Map<string, string>,
  clientIds: Map<string, string>,
): Promise<Made> {
  const { id } = await owner.post<{ id: string }>("/boards", {
    title: board.title,
    prefix: board.prefix,
  });
  const { columns } = await owner.get<{ columns: { id: string }[] }>(`/boards/${id}/cards`);
  const limits = board.limits.flatMap((wipLimit, at) =>
    wipLimit > 0 ? [{ kind: "column.update", column: columns[at]?.id, set: { wipLimit } }] : [],
  );
  const cards = board.cards.map((card) => ({
    kind: "card.create",
    card: owner.id("crd"),
    column: columns[card.column]?.id,
    after: null,
    before: null,
    fields: {
      title: card.title,
      description: card.description,
      priority: card.priority,
      dueOn: inDays(card.due),
      clientId: card.client ? (clientIds.get(card.client) ?? null) : null,
      tags: card.tags,
      assigneeIds: card.assignees.flatMap((key) => userIds.get(key) ?? []),
    },
  }));
  const answer = await owner.post<{ results: { outcome: string; reason: string | null }[] }>(
    `/boards/${id}/ops`,
    { ops: [...limits, ...cards] },
  );
  const refused = answer.results.find((result) => result.outcome !== "applied");
  if (refused) throw new Error(`A card of ${board.title} was refused: ${refused.reason}`);
  return { id, cards: new Map(cards.map(({ card, fields }) => [fields.title, card])) };
}

async function addNotes(
  owner: Session,
  userIds: Map<string, string>,
  clientIds: Map<string, string>,
  board: Made | undefined,
): Promise<void> {
  for (const { title, day, client, people, body, card } of NOTES) {
    const note = await owner.post<{ id: string }>("/notes", {
      title,
      heldOn: inDays(day),
      clientId: client === null ? null : (clientIds.get(client) ?? null),
      peopleIds: people.flatMap((key) => userIds.get(key) ?? []),
      body,
    });
    const named = card === null ? undefined : board?.cards.get(card);
    if (!named) continue;
    const link = { kind: "card.link", card: named, other: note.id, relation: "relates" };
    await owner.post(`/boards/${board?.id}/ops`, { ops: [link] });
  }
}

const { owner, userIds } = await hire();
const clientIds = await addClients(owner, userIds);
const boards: Made[] = [];
for (const board of BOARDS) boards.push(await addBoard(owner, board, userIds, clientIds));
await addNotes(owner, userIds, clientIds, boards[0]);
await addAnalytics(owner);
