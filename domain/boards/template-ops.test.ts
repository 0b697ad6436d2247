import { expect, test } from "vitest";
import { cardOf } from "./board-map.ts";
import type { TemplateFields } from "./card-template.ts";
import { Op } from "./ops.ts";
import { inOrder } from "./parts.ts";
import { LIMITS } from "./protocol.ts";
import { templateOfCard, templateOps } from "./template-ops.ts";
import { dealt, run, testCard, testId } from "./testing.ts";

const VISA: TemplateFields = {
  name: "Visa",
  title: "Visa : plans",
  description: "À viser **sous dix jours**.",
  priority: "high",
  tags: ["Visa", "EXE"],
  cover: "c4",
  dueIn: 10,
  checklists: [
    { name: "Avant envoi", items: ["Relire", "Signer"] },
    { name: "", items: [] },
    { name: "Après", items: ["Classer"] },
  ],
};
const card = testId("crd", 40);
const made = {
  card,
  column: testId("col", 2),
  title: "Visa du lot béton",
  dueOn: "2026-12-02",
  hasTag: (tag: string) => tag === "Visa",
};

function step(board: ReturnType<typeof dealt>, ops: readonly Op[]): void {
  for (const op of ops) expect(run(board, op).outcome).not.toMatch(/rejected|noop/);
}
const bytes = (op: Op) => new TextEncoder().encode(JSON.stringify(op)).length;

test("a card has all that its template says, in its order and without ticks; tags that are gone are left out", () => {
  const board = dealt(2, 2);
  step(board, templateOps(VISA, made));
  const now = cardOf(board, card);
  expect(now).toMatchObject({
    columnId: testId("col", 2),
    title: "Visa du lot béton",
    description: VISA.description,
    priority: "high",
    tags: ["Visa"],
    cover: "c4",
    dueOn: "2026-12-02",
  });
  const lists = inOrder(now?.checklists ?? {});
  expect(lists.map(({ name }) => name)).toEqual(["Avant envoi", "", "Après"]);
  const lines = inOrder(now?.items ?? {});
  const of = (at: number) => lines.filter(({ list }) => list === lists[at]?.id);
  expect(of(0).map(({ text, done }) => [text, done])).toEqual([
    ["Relire", false],
    ["Signer", false],
  ]);
  expect(of(2).map(({ text }) => text)).toEqual(["Classer"]);
});

test("the longest template makes ops that the object takes, with every line in its place", () => {
  const text = "語".repeat(480);
  const items = Array.from({ length: 300 }, (_, at) => `${at} ${text}`);
  const long = { ...VISA, description: "é".repeat(30_000), checklists: [{ name: "Tout", items }] };
  const ops = templateOps(long, made);
  expect(ops.map((op) => Op.safeParse(op).success)).not.toContain(false);
  expect(Math.max(...ops.map(bytes))).toBeLessThan(LIMITS.opBytes);
  expect(ops.length).toBeLessThan(LIMITS.opsPerPush);
  const board = dealt(2, 2);
  step(board, ops);
  const now = cardOf(board, card);
  expect(now?.description).toBe(long.description);
  expect(inOrder(now?.items ?? {}).map((line) => line.text)).toEqual(items);
});

test("a card becomes a template that makes its like: ticks, people, client, files and pictures stay behind", () => {
  const board = dealt(2, 2);
  step(board, templateOps(VISA, { ...made, hasTag: () => true }));
  const [first] = inOrder(cardOf(board, card)?.items ?? {});
  run(board, { kind: "card.update", card, set: {}, items: { [first?.id ?? ""]: { done: true } } });
  const now = cardOf(board, card);
  if (!now) throw new Error("no card");
  const { name: _name, ...rest } = VISA;
  expect(templateOfCard(now, 10)).toEqual({ ...rest, title: "Visa du lot béton" });
  const picture = `![plan.png](${testId("fil", 1)})`;
  const shown = templateOfCard({ ...now, description: `Avant\n${picture}\nAprès` }, null);
  expect(shown).toMatchObject({ description: "Avant\n\nAprès", dueIn: null });
});

test("a date before the card itself counts from the day of use", () => {
  expect(templateOfCard(testCard(), -3).dueIn).toBe(0);
  expect(templateOfCard(testCard(), 9000).dueIn).toBe(3650);
});
