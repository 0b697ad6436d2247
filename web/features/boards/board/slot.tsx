import IconBan from "~icons/lucide/ban";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useMoves } from "./moves.tsx";

/** Where the card would land, or that the column will not take it. `room` is what is left out above, px. */
export function Slot(props: { room?: string | undefined }) {
  const t = useTexts();
  const moves = useMoves();
  return (
    <li
      aria-hidden="true"
      data-slot={moves.refused() ? "refused" : ""}
      class={cx(
        "flex h-14 shrink-0 items-center justify-center gap-1.5 rounded-card border-2 border-dashed font-medium",
        moves.refused() ? "border-bad bg-bad-soft text-bad" : "border-accent-line bg-accent-soft",
      )}
      style={{ "margin-top": props.room }}
    >
      <Show when={moves.refused()}>
        <Icon of={IconBan} />
        {t().boardCard.limit.full}
      </Show>
    </li>
  );
}
