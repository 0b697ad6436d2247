import { useNavigate } from "@solidjs/router";
import {
  createContext,
  createEffect,
  createMemo,
  onCleanup,
  onMount,
  useContext,
  type JSX,
} from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive } from "#web/lib/live.tsx";
import { isOnline } from "#web/lib/online.ts";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { createOutbox, type Outbox } from "./sync/outbox.ts";
import { settleHref, settleSource } from "./settle/settle-source.ts";
import { notesByBoard, waitingByBoard } from "./sync/waiting.ts";

const OutboxContext = createContext<Outbox>();

/** The name under which a board's unsent changes are counted. */
const sourceOf = (board: string) => `boards.${board}`;

/** Keeps the changes of boards that are not open in the count of what is unsent, and on their way. */
export function BoardOutboxProvider(props: { children: JSX.Element }) {
  const t = useTexts();
  const toasts = useToasts();
  const live = useLive();
  const navigate = useNavigate();
  const userId = session.me()?.person.id ?? "";
  const online = () => isOnline() && live.status() === "open";
  const outbox = createOutbox({
    count: () => waitingByBoard(userId),
    report: (board, count) => saveState.reportWaiting(sourceOf(board), count),
    notes: () => notesByBoard(userId),
    reportNotes: (board, count) =>
      saveState.reportConflicts(settleSource(board), count, settleHref(board)),
    async send(board) {
      const { sendWaiting } = await import("./sync/send-waiting.ts");
      return sendWaiting(board, userId, ({ op, reason }) => {
        const card = "card" in op && typeof op.card === "string" ? `?card=${op.card}` : "";
        const see = () => navigate(`/boards/${board}${card}`);
        toasts.show({
          text: t().boards.refused[reason],
          tone: "bad",
          action: { label: t().boardScreen.see, onSelect: see },
        });
      });
    },
    online,
  });
  onMount(() => void outbox.look());
  createEffect(() => online() && void outbox.look());
  onCleanup(() => outbox.close());
  return <OutboxContext.Provider value={outbox}>{props.children}</OutboxContext.Provider>;
}

/** Counts what waits in an open board, and hands it to the outbox when the board is left. */
export function useBoardCount(board: () => string, waiting: () => number): void {
  const outbox = useContext(OutboxContext);
  // The record that the id comes from changes while the board stays.
  const same = createMemo(board);
  createEffect(() => {
    const id = same();
    const leave = outbox?.opened(id);
    createEffect(() => saveState.reportWaiting(sourceOf(id), waiting()));
    onCleanup(() => {
      if (!leave) saveState.reportWaiting(sourceOf(id), 0);
      leave?.();
    });
  });
}
