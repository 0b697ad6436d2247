import { useSearchParams } from "@solidjs/router";
import { createEffect, For, onCleanup, Show } from "solid-js";
import { saveState } from "#web/lib/save-state.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { versionOf } from "#domain/boards/changes.ts";
import type { Note } from "#web/features/boards/sync/note.ts";
import { cardIn } from "./note-text.ts";
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
  /** Written anew since somebody replaced it, by whomever: there is nothing left to settle. */
  const isOver = ({ by, overwrote }: Note) =>
    by !== undefined &&
    overwrote.every(({ id, register, version }) => {
      const record = room.live.card(id) ?? room.live.columns().find((column) => column.id === id);
      return record !== undefined && versionOf(record, register) > version;
    });
  createEffect(() => {
    for (const note of notes()) if (isOver(note)) void room.live.settle(note.id);
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
                  {(reason) => <RefusedText note={note} reason={reason()} />}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Dialog>
    </Show>
  );
}

/** Which card it is about, and when it was changed. */
function NoteHead(props: { note: Note }) {
  const t = useTexts();
  const f = useFormat();
  const room = useRoom();
  const title = () => {
    const { op } = props.note;
    const column = "column" in op ? room.live.columns().find(({ id }) => id === op.column) : null;
    const written = "fields" in op && "title" in op.fields ? op.fields.title : undefined;
    const held = room.live.card(cardIn(op) ?? "")?.title;
    return held ?? written ?? column?.name ?? t().boardSettle.unknown;
  };
  return (
    <p class="mb-1 flex flex-wrap items-baseline gap-x-2">
      <span class="min-w-0 break-words font-semibold">{title()}</span>
      <span class="text-small text-ink-3">{t().boardSettle.at(f().moment(props.note.at))}</span>
    </p>
  );
}
