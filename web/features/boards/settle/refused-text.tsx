import { For, Show } from "solid-js";
import type { RejectReason } from "#domain/boards/verdict.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { CopyButton } from "#web/ui/copy-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import type { Note } from "#web/features/boards/sync/note.ts";
import { cardIn, useNoteText, writtenIn } from "./note-text.ts";
import { TwoTexts } from "./two-texts.tsx";

/** Refusals that may be over by now: the same change may be tried again. */
const PASSING: readonly RejectReason[] = ["forbidden", "archived", "wip_limit", "column_gone"];

/** A change that the board refused, with all that was written in it, until it is applied after all or given up. */
export function RefusedText(props: { note: Note; reason: RejectReason }) {
  const t = useTexts();
  const room = useRoom();
  const toasts = useToasts();
  const text = useNoteText();
  const words = () => t().boardSettle;
  const written = () => writtenIn(props.note.op);
  const card = () => cardIn(props.note.op);
  const deletedBy = () => room.nameOf(props.note.by ?? "");
  const settle = () => void room.live.settle(props.note.id);
  const discard = () => {
    settle();
    toasts.show({ text: words().discarded, onUndo: () => void room.live.keepNote(props.note) });
  };
  /** Does the change again, with what makes it possible before it. */
  const apply = (...before: Parameters<typeof room.live.act>) => {
    settle();
    void room.live.act(...before, props.note.op);
  };
  const isConflict = () => props.reason === "description_conflict";
  const held = () => room.live.card(card() ?? "")?.description ?? "";
  return (
    <section>
      <p class="text-ink-2">
        {deletedBy() ? words().deletedBy(deletedBy()) : t().boards.refused[props.reason]}
      </p>
      <For each={written()}>
        {({ register, value }) => (
          <Show
            when={isConflict() && register === "description"}
            fallback={
              <div class="mt-1.5 flex items-start gap-2">
                <p class="min-w-0 flex-1 whitespace-pre-wrap break-words">
                  <span class="text-ink-3">{text.field(register)} </span>
                  {text.value(register, value)}
                </p>
                <CopyButton text={text.value(register, value)} label={words().copyText} />
              </div>
            }
          >
            <TwoTexts
              mine={[words().written, text.value(register, value)]}
              other={[words().board, held()]}
            />
          </Show>
        )}
      </For>
      <div class="mt-2 flex flex-wrap gap-2">
        <Show when={props.reason === "card_deleted" && card()}>
          {(id) => (
            <Button size="sm" onClick={() => apply({ kind: "card.restore", card: id() })}>
              {words().restore}
            </Button>
          )}
        </Show>
        <Show when={PASSING.includes(props.reason)}>
          <Button size="sm" onClick={() => apply()}>
            {words().again}
          </Button>
        </Show>
        <Show when={isConflict()}>
          <Button size="sm" onClick={() => apply()}>
            {t().boardScreen.card.mine}
          </Button>
        </Show>
        <Button size="sm" onClick={discard}>
          {isConflict() ? t().boardScreen.card.theirs : words().discard}
        </Button>
      </div>
    </section>
  );
}
