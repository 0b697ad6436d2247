import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cardOp, testId } from "#domain/boards/testing.ts";
import { CLOSE, LIMITS, PROTOCOL } from "#domain/boards/protocol.ts";
import { mintOrganization, type TestOrganization } from "#worker/platform/testing.ts";
import { join, knock, newBoard, type TestSocket } from "./testing-room.ts";

let organization: TestOrganization;
let board: string;
let other: TestSocket;
let names = 0;

beforeAll(async () => {
  organization = await mintOrganization();
});

beforeEach(async () => {
  board = (await newBoard(organization.owner)).id;
  other = await join(organization.owner, board, name());
});

function name(): string {
  names += 1;
  return `client_bad_${names}`;
}

const column = () => [...other.board().columns.keys()][0] ?? "";
const create = (n: number) => ({ ...cardOp(n), column: column() });

/** After whatever happened, somebody else still adds a card, and everybody sees it. */
async function expectRoomGoesOn(): Promise<void> {
  const witness = await join(organization.owner, board, name());
  const writer = await join(organization.owner, board, name());
  const [result] = await writer.push(1, [create(900)]);
  expect(result).toMatchObject({ outcome: "applied" });
  await witness.until("ops", (frame) => frame.ops.some(({ opKind }) => opKind === "card.create"));
  expect(witness.board().cards.has(testId("crd", 900))).toBe(true);
}

describe("bad input has a clear answer, and the room goes on:", () => {
  it("an oversized op is refused alone", async () => {
    const fields = { title: "Longue", description: "x".repeat(LIMITS.opBytes) };
    const results = await other.push(1, [create(1), { ...create(2), fields }, create(3)]);
    expect(results).toMatchObject([
      { outcome: "applied" },
      { outcome: "rejected", reason: "too_large" },
      { outcome: "applied" },
    ]);
    await expectRoomGoesOn();
  });

  it("an unknown field, kind or shape is refused alone", async () => {
    const results = await other.push(1, [
      create(1),
      { kind: "card.update", card: testId("crd", 1), set: { texture: "bois" } },
      { kind: "card.explode", card: testId("crd", 1) },
      "not even an object",
      { kind: "card.update", card: testId("crd", 1), set: { title: "Reste" } },
    ]);
    const invalid = { outcome: "rejected", reason: "invalid" };
    expect(results).toMatchObject([
      { outcome: "applied" },
      invalid,
      invalid,
      invalid,
      { outcome: "applied" },
    ]);
    await expectRoomGoesOn();
  });

  it("a client name of somebody else is refused, and what was sent under it stays theirs", async () => {
    const mine = name();
    const page = await join(organization.owner, board, mine);
    await page.push(1, [create(1)]);
    const stranger = await organization.join("member");
    const answer = await knock(stranger, board);
    const socket = answer.webSocket!;
    const closed = Promise.withResolvers<number>();
    const heard: unknown[] = [];
    socket.addEventListener("message", ({ data }) => heard.push(JSON.parse(String(data))));
    socket.addEventListener("close", ({ code }) => closed.resolve(code));
    socket.accept();
    const hello = { kind: "hello", protocol: PROTOCOL, client: mine, epoch: null, since: null };
    socket.send(JSON.stringify(hello));
    expect(await closed.promise).toBe(CLOSE.refused);
    expect(heard[0]).toEqual({ kind: "refused", code: "client_taken" });
    const [again] = await page.push(2, [create(2)]);
    expect(again).toMatchObject({ outcome: "applied" });
    await expectRoomGoesOn();
  });

  it("a stale protocol version is told to load the page anew", async () => {
    const answer = await knock(organization.owner, board);
    const socket = answer.webSocket!;
    const closed = Promise.withResolvers<number>();
    const heard: unknown[] = [];
    socket.addEventListener("message", ({ data }) => heard.push(JSON.parse(String(data))));
    socket.addEventListener("close", ({ code }) => closed.resolve(code));
    socket.accept();
    const hello = {
      kind: "hello",
      protocol: PROTOCOL - 1,
      client: name(),
      epoch: null,
      since: null,
    };
    socket.send(JSON.stringify(hello));
    expect(await closed.promise).toBe(CLOSE.refused);
    expect(heard).toEqual([{ kind: "refused", code: "protocol" }]);
    await expectRoomGoesOn();
  });

  it("10,000 ops at once: what fits is answered, the rest waits as long as it is told, none is lost", async () => {
    const ops = Array.from({ length: 10_000 }, (_, i) => ({
      seq: i + 1,
      base: 0,
      op:
        i === 0
          ? create(1)
          : { kind: "card.update", card: testId("crd", 1), set: { title: `T${i}` } },
    }));
    const push = (from: number) =>
      other.say({ kind: "push", acked: 0, ops: ops.slice(from, from + LIMITS.opsPerPush) });
    for (let from = 0; from < ops.length; from += LIMITS.opsPerPush) push(from);
    const slow = await other.until("slow");
    expect(slow.retryMs).toBeGreaterThan(0);
    await expectRoomGoesOn();
    const answered = () => {
      const acks = other.frames.flatMap((frame) => (frame.kind === "ack" ? frame.results : []));
      return Math.max(0, ...acks.map(({ seq }) => seq));
    };
    expect(answered()).toBeGreaterThanOrEqual(1000);
    const next = answered();
    await scheduler.wait(slow.retryMs + 100);
    push(next);
    await other.until("ack", ({ results }) => (results.at(-1)?.seq ?? 0) > next);
    expect(other.board().cards.get(testId("crd", 1))?.number).toBe(1);
  });

  it("more ops in one push than may be, or a frame too long, closes the socket that sent it", async () => {
    const page = await join(organization.owner, board, name());
    const ops = Array.from({ length: 10_000 }, (_, i) => ({ seq: i + 1, base: 0, op: {} }));
    page.say({ kind: "push", acked: 0, ops });
    expect(await page.closed).toBe(CLOSE.refused);
    await expectRoomGoesOn();
  });

  it("a card deleted under the cursor: edits and moves are refused by name, restoring brings all back", async () => {
    await other.push(1, [create(1)]);
    const page = await join(organization.owner, board, name());
    await other.push(2, [{ kind: "card.delete", card: testId("crd", 1) }]);
    const place = { column: column(), after: null, before: null };
    const results = await page.push(1, [
      { kind: "card.update", card: testId("crd", 1), set: { title: "Trop tard" } },
      { kind: "card.move", card: testId("crd", 1), ...place },
      { kind: "card.update", card: testId("crd", 77), set: { title: "Jamais vue" } },
      { kind: "card.restore", card: testId("crd", 1) },
      { kind: "card.update", card: testId("crd", 1), set: { title: "À temps" } },
    ]);
    expect(results).toMatchObject([
      { outcome: "rejected", reason: "card_deleted" },
      { outcome: "rejected", reason: "card_deleted" },
      { outcome: "rejected", reason: "card_gone" },
      { outcome: "applied" },
      // Upon a restored card: the sender saw none of it.
      { outcome: "rebased" },
    ]);
    await expectRoomGoesOn();
  });
});
