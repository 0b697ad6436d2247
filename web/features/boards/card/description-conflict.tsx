import IconConflict from "~icons/lucide/git-compare-arrows";
import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { RefusedText } from "#web/features/boards/settle/refused-text.tsx";

/** A description that could not be merged, settled beside the description as it is among all that is left to settle. */
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
  return (
    <Show when={note()} keyed>
      {(found) => (
        <section role="alert" class="mt-3 rounded-3 border border-bad bg-surface">
          <h3 class="flex items-center gap-2 rounded-t-3 bg-bad-soft px-3 py-2 font-semibold text-bad">
            <Icon of={IconConflict} />
            {t().boardScreen.card.conflict}
          </h3>
          <div class="p-3">
            <RefusedText note={found} reason="description_conflict" />
          </div>
        </section>
      )}
    </Show>
  );
}
