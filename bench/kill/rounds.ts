import { setTimeout as sleep } from "node:timers/promises";
import { type Cards, lostSince, wrongInD1, wrongInObject } from "./checks.ts";
import { enterServer } from "./session.ts";
import { type Answer, openWriter, type Writer } from "./writer.ts";

/** What one kill met. */
export interface Round {
  /** Answers since the one before. */
  answers: number;
  /** Ops without an answer when the server died. */
  underWay: number;
  /** Milliseconds until the server answered again. */
  backAfter: number;
  version: number;
  problems: string[];
}

export interface Outcome {
  rounds: Round[];
  /** Ops that were applied, each once. */
  applied: number;
  problems: string[];
}

const PATIENCE_MS = 60_000;

/** Waits until something holds; false when it never did. */
async function until(holds: () => boolean | Promise<boolean>, everyMs = 25): Promise<boolean> {
  const end = performance.now() + PATIENCE_MS;
  while (performance.now() < end) {
    if (await holds()) return true;
    await sleep(everyMs);
  }
  return false;
}

const waitingOf = (writers: readonly Writer[]) =>
  writers.reduce((sum, { engine }) => sum + engine.replica.waiting().length, 0);

/**
 * Kills the server, Node and workerd together, while so many writers are at work on one board, so many times, on a
 * state folder that is empty at first. Hears of each round as it ends.
 */
export async function killRounds(
  options: { state: string; rounds: number; writers: number },
  told: (round: Round, n: number) => void,
): Promise<Outcome> {
  const session = await enterServer(options.state);
  const board = (await session.call<{ id: string }>("POST", "/boards", { title: "Coupures" })).id;
  const read = () => session.call<Cards>("GET", `/boards/${board}/cards`);
  const before = await read();
  const answered: Answer[] = [];
  let busy = true;
  const writers = await Promise.all(
    Array.from({ length: options.writers }, (_, seed) =>
      openWriter(session, board, seed, answered, () => busy),
    ),
  );
  const rounds: Round[] = [];
  const problems: string[] = [];
  for (let n = 1; n <= options.rounds; n += 1) {
    const known = answered.length;
    const due = known + 20 * options.writers;
    if (!(await until(() => answered.length > due))) problems.push(`round ${n}: answers stopped`);
    // Each kill meets the board at another moment of its work.
    await sleep((n * 37) % 290);
    const underWay = waitingOf(writers);
    const acknowledged = [...answered];
    const backAfter = await session.killAndStart();
    const now = await read();
    const round = {
      answers: acknowledged.length - known,
      underWay,
      backAfter,
      version: now.version,
      problems: lostSince(acknowledged, now),
    };
    rounds.push(round);
    told(round, n);
    for (const writer of writers) writer.wake();
  }
  busy = false;
  await Promise.all(writers.map((writer) => writer.done));
  if (!(await until(() => waitingOf(writers) === 0))) problems.push("some ops were never answered");
  const after = await read();
  problems.push(...wrongInObject(answered, before, after));
  const level = () =>
    writers.every(({ engine }) => engine.replica.confirmed().version === after.version);
  if (!(await until(level))) problems.push("a page never saw the last version");
  const applied = answered.filter(({ result }) => /applied|rebased/.test(result.outcome));
  let inD1: string[] = [];
  const ops = applied.map(({ client, pending }) => `${client}:${pending.seq}`);
  const follows = async () => {
    inD1 = await wrongInD1(session, board, ops, after);
    return inD1.length === 0;
  };
  if (!(await until(follows, 500))) problems.push(...inD1);
  for (const writer of writers) writer.close();
  await session.stop();
  return { rounds, applied: applied.length, problems };
}
