import { useSearchParams } from "@solidjs/router";
import { createEffect, For, onCleanup, Show } from "solid-js";
import { saveState } from "#web/lib/save-state.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { DeletedCard } from "./deleted-card.tsx";
import { isCardBack, isMoot } from "./moot.ts";
import { NoteHead } from "./note-head.tsx";
import { RefusedText } from "./refused-text.tsx";
import { ReplacedValue } from "./replaced-value.tsx";
import { settleHref, settleSource } from "./settle-source.ts";

/** Everything that is left to settle on the board, one below the other. The top bar leads here while there is any. */
export function SettleDialog() {
  const t = useTexts();
  const room = useRoom();
  const [search, setSearch] = useSearchParams<{ settle?: string }>();
  const notes = () => room.live.notes();
  createEffect(() => {
    const { id } = room.record();
    saveState.reportConflicts(settleSource(id), notes().length, settleHref(id));
    onCleanup(() => saveState.reportConflicts(settleSource(id), 0));
  });
  createEffect(() => {
    for (const note of notes()) {
      if (isCardBack(room, note)) void room.live.settle(note.id);
      for (const value of note.overwrote) {
        if (isMoot(room, note, value)) void room.live.settle(note.id, value);
      }
    }
  });
  const close = () => setSearch({ settle: undefined });
  createEffect(() => {
    if (search.settle && notes().length === 0) close();
  });
  return (
    <Show when={search.settle && notes().length > 0}>
      <Dialog
        open
        onOpenChange={(open) => !open && close()}
        title={t().boardSettle.title}
        description={t().boardSettle.lead}
        actions={<Button onClick={close}>{t().ui.close}</Button>}
      >
        <ul class="flex flex-col divide-y divide-line">
          <For each={notes()}>
            {(note) => (
              <li class="py-3">
                <NoteHead note={note} />
                <Show
                  when={note.reason}
                  fallback={
                    <For each={note.overwrote}>
                      {(value) => <ReplacedValue note={note} value={value} />}
                    </For>
                  }
                >
                  {(reason) => (
                    <Show
                      when={note.op.kind === "card.restore"}
                      fallback={<RefusedText note={note} reason={reason()} />}
                    >
                      <DeletedCard note={note} />
                    </Show>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Dialog>
    </Show>
  );
}
