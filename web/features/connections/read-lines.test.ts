import { expect, it } from "vitest";
import { readLines } from "./read-lines.ts";

/** A body that arrives in these pieces. */
function bodyOf(...pieces: string[]) {
  const state = { cancelled: false };
  const parts = pieces.map((piece) => new TextEncoder().encode(piece));
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
    cancel() {
      state.cancelled = true;
    },
  });
  return { body, state };
}

const collect = async (body: ReadableStream<Uint8Array>) => {
  const lines: unknown[] = [];
  for await (const line of readLines(body)) lines.push(line);
  return lines;
};

const COLUMNS = '{"columns":[{"name":"été","kind":"text"}]}\n';
const DONE = '{"done":{"rows":2,"bytes":20,"ms":5,"cut":false}}\n';

it("puts lines together that arrive in pieces, also within a letter", async () => {
  const bytes = new TextEncoder().encode(`${COLUMNS}{"rows":[["à"],[null]]}\n${DONE}`);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await collect(body)).toEqual([
    { columns: [{ name: "été", kind: "text" }] },
    { rows: [["à"], [null]] },
    { done: { rows: 2, bytes: 20, ms: 5, cut: false } },
  ]);
});

it("throws what the last line tells", async () => {
  const error = { code: "connection.query_failed", params: { detail: "relation", timeout: false } };
  const { body } = bodyOf(COLUMNS, `${JSON.stringify({ error })}\n`);
  await expect(collect(body)).rejects.toMatchObject(error);
});

it("tells an answer that broke off from one that is over", async () => {
  const { body } = bodyOf(COLUMNS, '{"rows":[["a"]]}\n');
  await expect(collect(body)).rejects.toMatchObject({ code: "network.unreachable" });
});

it("gives the body up when its reader stops", async () => {
  const { body, state } = bodyOf(COLUMNS, '{"rows":[["a"]]}\n', DONE);
  for await (const _ of readLines(body)) break;
  expect(state.cancelled).toBe(true);
});
