import { applyChanges, mapReader } from "#domain/boards/board-map.ts";
import { decide } from "#domain/boards/decide.ts";
import type { Push, Result, ServerMessage } from "#domain/boards/messages.ts";
import type { Op } from "#domain/boards/ops.ts";
import { dealt, testId } from "#domain/boards/testing.ts";
import { isThere } from "#domain/boards/whole.ts";
import { openBoard } from "./sync/board-store.ts";
import type { LinkHandlers } from "./sync/link.ts";
import { emptyShelf, memoryKeeper } from "./sync/memory-keeper.ts";

const ME = testId("usr", 1);

const tell = (page: LinkHandlers | undefined, frame: ServerMessage) =>
  page?.onMessage(JSON.stringify(frame));

/** A board of three columns and six cards whose object answers at once, for as many pages as open it. */
export function answeringObject() {
  const truth = dealt(3, 6);
  const pages = new Map<string, LinkHandlers>();
  function take(client: string, userId: string, op: Op, seq: number): Result {
    const at = new Date().toISOString();
    const verdict = decide(mapReader(truth), op, { userId, client, base: truth.version, at });
    if (verdict.outcome === "applied" || verdict.outcome === "rebased") {
      truth.version += 1;
      const { version } = truth;
      applyChanges(truth, verdict.changes, { version, at });
      const done = { version, at, client, seq, userId, opKind: op.kind, changes: verdict.changes };
      for (const page of pages.values()) {
        tell(page, { kind: "ops", from: version, to: version, ops: [done] });
      }
    }
    return { ...verdict, seq, at, version: truth.version } as Result;
  }

  let refusing = false;
  let held: (() => void)[] | null = null;

  return {
    /** Refuses what comes from now on. */
    refuse: (on: boolean) => (refusing = on),
    /** Answers nothing meanwhile. */
    hold(on: boolean) {
      const late = held ?? [];
      held = on ? [] : null;
      for (const answer of late) answer();
    },
    /** What the board holds, whoever looks. */
    card: (id: string) => truth.cards.get(id),
    cards: () => [...truth.cards.values()].filter(isThere),
    /** Somebody else's op. */
    others: (op: Op) => take("tab-other", testId("usr", 2), op, truth.version),
    /** A page that opens the board: it is given what is on it, as the object does. */
    async open() {
      const name = `page-${pages.size}`;
      const send = (data: string) => {
        const message = JSON.parse(data) as { kind: string; client: string } & Push;
        if (message.kind !== "push") return true;
        const answer = () => {
          const results = message.ops.map(({ seq, op }): Result => {
            if (refusing) return { outcome: "rejected", reason: "forbidden", seq } as Result;
            return take(name, ME, op as Op, seq);
          });
          setTimeout(() => tell(pages.get(name), { kind: "ack", results }));
        };
        if (held) held.push(answer);
        else answer();
        return true;
      };
      const live = await openBoard({
        userId: ME,
        keeper: memoryKeeper(emptyShelf()),
        now: Date.now,
        open(handlers) {
          pages.set(name, handlers);
          return { send, close: () => void pages.delete(name) };
        },
      });
      const { version } = truth;
      const page = pages.get(name);
      const rights = { write: true, manage: true };
      page?.onStatus("open");
      page?.onOpen();
      const head = { epoch: "e", version, lastSeq: 0, peer: "per_me", rights } as const;
      tell(page, { kind: "welcome", mode: "snapshot", ...head });
      const cards = [...truth.cards.values()].filter(isThere);
      const records = { columns: [...truth.columns.values()], cards };
      tell(page, { kind: "chunk", version, part: 0, last: true, ...records });
      return live;
    },
  };
}
