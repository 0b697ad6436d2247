import { beforeAll, describe, expect, it } from "vitest";
import type { BoardFile } from "#domain/board-imports/board-file.ts";
import { draftBoard, type DraftContext } from "#domain/board-imports/draft.ts";
import type { ImportCard, ImportView } from "#domain/board-imports/model.ts";
import { planColumns, planParts } from "#domain/board-imports/plan.ts";
import { readFile } from "#domain/board-imports/read-file.ts";
import { bytes, CONTEXT } from "#domain/board-imports/testing.ts";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { newId } from "#domain/ids.ts";
import { newBoard } from "#objects/board/testing-room.ts";
import { TEMPLATE } from "#worker/features/boards/testing-template.ts";
import {
  mintOrganization,
  type TestOrganization,
  type TestPerson,
} from "#worker/platform/testing.ts";

let organization: TestOrganization;
let owner: TestPerson;

beforeAll(async () => {
  organization = await mintOrganization();
  ({ owner } = organization);
});

async function ask<T>(request: string, body?: unknown, status = 200): Promise<T> {
  const answer = await owner.call(request, body);
  const text = await answer.text();
  expect([answer.status, text]).toEqual([status, expect.anything()]);
  return (text ? JSON.parse(text) : null) as T;
}

const column = () => {
  const category = "todo" as const;
  return { id: newId("col"), name: "Reprise", category, wipLimit: null, isNew: true };
};

const cardsOf = (into: string, count: number): ImportCard[] =>
  Array.from({ length: count }, (_, i) => {
    const labels = { clientId: null, tags: ["Repris"], assigneeIds: [] };
    const texts = { title: `Carte ${i + 1}`, description: "", priority: "none" as const };
    const fields = { ...texts, ...labels, dueOn: null };
    return { card: newId("crd"), row: i + 1, column: into, fields };
  });

async function run(id: string): Promise<ImportView> {
  for (;;) {
    const view = await ask<ImportView>(`post /board-imports/${id}/run`);
    if (view.state !== "running" && view.state !== "undoing") return view;
  }
}

const iso = (minute: number) => `2026-11-0${minute}T08:00:00.000Z`;

describe("what belongs to cards", () => {
  it("comes with them, in parts, each once; and goes with them as long as nobody touched it", async () => {
    const board = await newBoard(owner, "Avec tout");
    const before = await ask<{ columns: { name: string }[] }>(`get /boards/${board.id}/cards`);
    await ask(`post /boards/${board.id}/ops`, {
      ops: [{ kind: "tag.color", tag: "Déjà", color: "c2" }],
    });
    const into = { ...column(), wipLimit: 1, wipBlock: true };
    const old = { ...column(), name: "Vieux", archived: true };
    const cards = cardsOf(into.id, 3);
    const [one, two, three] = cards as [ImportCard, ImportCard, ImportCard];
    const [list, item] = [newId("lst"), newId("itm")];
    const line = { id: item, text: "Plans", done: true, assigneeId: null, dueOn: "2026-12-01" };
    one.checklists = [{ id: list, name: "Pièces", items: [line] }];
    two.archived = true;
    three.column = old.id;
    const comment = (n: number, card: string) => {
      return { id: newId("cmt"), card, text: `N° ${n}`, imported: { name: "Yann", at: iso(n) } };
    };
    const input = {
      source: "trello",
      fileName: "tableau.json",
      boardId: board.id,
      title: "Avec tout",
      columns: [into, old],
      tags: [
        { tag: "Repris", color: "c4" },
        { tag: "Déjà", color: "c5" },
      ],
      total: 3,
      parts: 2,
    };
    const { id } = await ask<ImportView>("post /board-imports", input, 201);
    await ask(`put /board-imports/${id}/parts/0`, { cards, comments: [comment(2, one.card)] }, 204);
    // Cards are all there, and yet it waits for the rest.
    expect(await ask(`post /board-imports/${id}/run`, undefined, 409)).toMatchObject({
      code: "import.incomplete",
    });
    const rest = {
      cards: [],
      comments: [comment(1, one.card)],
      links: [{ card: two.card, other: one.card, relation: "blocks" }],
    };
    await ask(`put /board-imports/${id}/parts/1`, rest, 204);
    expect(await run(id)).toMatchObject({ state: "done", done: 3, refused: [] });
    const file = await ask<BoardFile>(`get /boards/${board.id}/export.json`);
    const made = file.columns
      .slice(-2)
      .map(({ name, wipBlock, archived }) => [name, wipBlock, archived]);
    expect(made).toEqual([
      ["Reprise", true, false],
      ["Vieux", false, true],
    ]);
    // A colour that the board had stays.
    expect(file.tags).toEqual([
      { name: "Déjà", color: "c2" },
      { name: "Repris", color: "c4" },
    ]);
    const [first, second, third] = file.cards;
    expect(first).toMatchObject({
      checklists: [{ name: "Pièces", lines: [{ text: "Plans", done: true, dueOn: "2026-12-01" }] }],
      comments: [
        { author: { name: "Yann" }, at: iso(1), text: "N° 1" },
        { author: { name: "Yann" }, at: iso(2), text: "N° 2" },
      ],
      links: [{ card: second?.reference, relation: "blocked_by" }],
      watchers: [],
    });
    expect([second?.archived, third?.archived]).toEqual([true, false]);
    const told = await ask<{ items: object[] }>(
      `get /boards/${board.id}/cards/${one.card}/comments`,
    );
    expect(told.items[0]).toMatchObject({ imported: { name: "Yann", at: iso(1) } });
    const query = "SELECT imported FROM comments WHERE board_id = ? ORDER BY id";
    const rows = await organization.db.prepare(query).bind(board.id).all<{ imported: string }>();
    expect(rows.results.map(({ imported }) => JSON.parse(imported))).toContainEqual({
      name: "Yann",
      at: iso(1),
    });
    // Somebody answers on the one in the archive's column: it stays, and so does its column, where it was.
    const answer = { kind: "comment.create", comment: newId("cmt"), card: three.card, text: "Oui" };
    await ask(`post /boards/${board.id}/ops`, { ops: [answer] });
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone", kept: 1 });
    const left = await ask<BoardFile>(`get /boards/${board.id}/export.json`);
    expect(left.cards.map(({ title }) => title)).toEqual(["Carte 3"]);
    expect(left.columns.map(({ name, archived }) => [name, archived])).toEqual([
      ...before.columns.map(({ name }) => [name, false]),
      ["Vieux", true],
    ]);
    expect(left.tags).toEqual([{ name: "Déjà", color: "c2" }]);
  });

  it("is refused line by line, and the rest is made", async () => {
    const into = column();
    const [card] = cardsOf(into.id, 1) as [ImportCard];
    const stray = {
      id: newId("cmt"),
      card: newId("crd"),
      text: "Où ?",
      imported: { name: "Y", at: null },
    };
    const { id } = await ask<ImportView>(
      "post /board-imports",
      { source: "csv", fileName: "a.csv", boardId: null, title: "R", columns: [into], total: 1 },
      201,
    );
    await ask(`put /board-imports/${id}/parts/0`, { cards: [card], comments: [stray] }, 204);
    expect(await run(id)).toMatchObject({
      state: "done",
      done: 1,
      refused: [{ row: 0, reason: "card_gone" }],
    });
  });
});

/** A file without what the import gives anew: numbers, hours, who follows. */
const bare = ({ columns, cards, tags, templates }: BoardFile) => {
  const place = new Map(cards.map(({ reference }, i) => [reference, i]));
  return {
    columns,
    tags,
    templates,
    cards: cards.map(({ reference: _r, createdAt: _c, updatedAt: _u, watchers: _w, ...card }) => ({
      ...card,
      links: card.links.map((link) => [place.get(link.card), link.relation]),
      comments: card.comments.map(({ author, at, text }) => [author.name, at, text]),
    })),
  };
};

describe("card templates of a file", () => {
  it("come with the import, once and without taking a name; what nobody changed goes with it", async () => {
    const board = await newBoard(owner, "Avec modèles");
    const path = `/boards/${board.id}/templates`;
    const { version: _version, ...fields } = TEMPLATE;
    const read = async () => (await ask<{ items: CardTemplate[] }>(`get ${path}`)).items;
    await ask(`put ${path}/${newId("tpl")}`, { ...TEMPLATE, title: "À elle" });
    const named = ["visa", "Réception", "Relevé"].map((name) => {
      return { id: newId("tpl"), ...fields, name };
    });
    const input = {
      source: "aetheria",
      fileName: "m.json",
      boardId: board.id,
      title: "Avec modèles",
      columns: [column()],
      total: 0,
      parts: 1,
    };
    const { id } = await ask<ImportView>("post /board-imports", input, 201);
    await ask(`put /board-imports/${id}/parts/0`, { cards: [], templates: named }, 204);
    expect(await run(id)).toMatchObject({ state: "done", refused: [] });
    const made = await read();
    expect(made.map(({ name, title }) => [name, title])).toEqual([
      ["Relevé", TEMPLATE.title],
      ["Réception", TEMPLATE.title],
      ["Visa", "À elle"],
    ]);
    expect(made[0]).toMatchObject({ ...fields, name: "Relevé", createdBy: owner.userId });
    const log = await ask<{ items: { action: string; label: string }[] }>("get /audit");
    const saved = log.items.filter(({ action }) => action === "card_template.saved");
    expect(saved.map(({ label }) => label)).toEqual(expect.arrayContaining(["Relevé"]));
    const [first] = made as [CardTemplate];
    await ask(`put ${path}/${first.id}`, { ...fields, name: "Relevé", dueIn: 3, version: 1 });
    await ask(`post /board-imports/${id}/undo`);
    expect(await run(id)).toMatchObject({ state: "undone" });
    expect((await read()).map(({ name }) => name)).toEqual(["Relevé", "Visa"]);
  });
});

describe("a board's export", () => {
  it("imported again makes an equal board", async () => {
    const board = await newBoard(owner, "Aller-retour");
    const client = await ask<{ id: string }>("post /clients", { company: "Port de Brest" }, 201);
    const made = [
      { title: "Une", status: "todo", tags: ["a", "b"], priority: "high", dueOn: "2026-12-03" },
      {
        title: "=Deux",
        status: "done",
        description: "## Texte\n\n- [ ] point",
        clientId: client.id,
      },
      { title: "Trois", status: "todo", assigneeIds: [owner.userId] },
      { title: "Quatre", status: "todo" },
    ];
    const ids: string[] = [];
    for (const task of made) {
      const answer = await ask<{ id: string }>("post /tasks", { boardId: board.id, ...task }, 201);
      ids.push(answer.id);
    }
    const [one, two, three, four] = ids;
    const [list, item] = [newId("lst"), newId("itm")];
    const line = { list, text: "Plans", done: true, assigneeId: owner.userId };
    const repeat = { rule: "FREQ=WEEKLY", zone: "Europe/Paris", from: "2099-11-23", last: null };
    const ops = [
      { kind: "card.update", card: one, set: { cover: "c3", repeat } },
      {
        kind: "card.update",
        card: one,
        checklists: { [list]: { name: "" } },
        items: { [item]: line },
      },
      { kind: "card.link", card: one, other: three, relation: "blocks" },
      { kind: "comment.create", comment: newId("cmt"), card: two, text: "Vu **hier**." },
      { kind: "card.archive", card: four },
      { kind: "tag.color", tag: "a", color: "c7" },
    ];
    await ask(`post /boards/${board.id}/ops`, { ops });
    for (const name of ["Visa", "Réception"]) {
      await ask(`put /boards/${board.id}/templates/${newId("tpl")}`, { ...TEMPLATE, name });
    }
    const answer = await owner.call(`get /boards/${board.id}/export.json`);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename="ar-\d/);
    const { items: members } = await ask<{ items: DraftContext["members"] }>("get /members");
    const context = { ...CONTEXT, members, clients: [{ id: client.id, company: "Port de Brest" }] };
    const file = new Uint8Array(await answer.arrayBuffer());
    const draft = draftBoard(readFile(file, context.words), context);
    expect(draft).toMatchObject({ title: "Aller-retour", problems: [] });
    const columns = planColumns(draft, []);
    const parts = planParts(draft, columns);
    const { cards, tags, source } = draft;
    const counts = { total: cards.length, parts: parts.length };
    const target = { boardId: null, title: "Encore", fileName: "ar.json" };
    const input = { source, columns, tags, ...counts, ...target };
    const { id, boardId } = await ask<ImportView>("post /board-imports", input, 201);
    for (const [number, part] of parts.entries()) {
      await ask(`put /board-imports/${id}/parts/${number}`, part, 204);
    }
    expect(await run(id)).toMatchObject({ state: "done", refused: [] });
    const again = await ask<BoardFile>(`get /boards/${boardId}/export.json`);
    const first = JSON.parse(new TextDecoder().decode(file)) as BoardFile;
    expect(first.templates.map(({ name }) => name)).toEqual(["Réception", "Visa"]);
    expect(first.cards.map(({ archived }) => archived)).toContain(true);
    expect(first.cards[0]).toMatchObject({ repeat, cover: "c3", checklists: [{ name: "" }] });
    expect(bare(again)).toEqual(bare(first));
    const csv = await owner.call(`get /boards/${board.id}/export.csv?language=fr`);
    expect(new Uint8Array(await csv.clone().arrayBuffer()).slice(0, 3)).toEqual(bytes("\uFEFF"));
    expect(await csv.text()).toContain('"\'=Deux";"Terminé"');
  });
});
