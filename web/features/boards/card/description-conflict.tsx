import IconConflict from "~icons/lucide/git-compare-arrows";
import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

/** A description that could not be merged: both are shown, and the person chooses. What was typed is kept until then. */
export function DescriptionConflict(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const note = () => {
    const { id } = props.card;
    return room.live
      .notes()
      .findLast(
        ({ op, reason }) =>
          reason === "description_conflict" && op.kind === "card.update" && op.card === id,
      );
  };
  const mine = () => {
    const op = note()?.op;
    return op?.kind === "card.update" ? (op.set.description ?? "") : "";
  };
  const settle = (keep: boolean) => {
    const found = note();
    if (!found) return;
    const description = mine();
    void room.live.settle(found.id);
    if (!keep) return;
    void room.live.act({ kind: "card.update", card: props.card.id, set: { description } });
  };
  return (
    <Show when={note()}>
      <section role="alert" class="mt-3 rounded-3 border border-bad bg-surface">
        <h3 class="flex items-center gap-2 rounded-t-3 bg-bad-soft px-3 py-2 font-semibold text-bad">
          <Icon of={IconConflict} />
          {t().boardScreen.card.conflict}
        </h3>
        <div class="flex flex-col gap-3 p-3">
          <p class="text-small text-ink-2">{t().boardScreen.card.conflictBody}</p>
          <div class="grid grid-cols-2 gap-2 phone:grid-cols-1">
            <pre class="max-h-48 overflow-auto rounded-2 border border-accent p-2 font-sans whitespace-pre-wrap">
              {mine()}
            </pre>
            <pre class="max-h-48 overflow-auto rounded-2 border border-line p-2 font-sans whitespace-pre-wrap">
              {props.card.description}
            </pre>
          </div>
          <div class="flex gap-2">
            <Button kind="primary" onClick={() => settle(true)}>
              {t().boardScreen.card.mine}
            </Button>
            <Button onClick={() => settle(false)}>{t().boardScreen.card.theirs}</Button>
          </div>
        </div>
      </section>
    </Show>
  );
}
