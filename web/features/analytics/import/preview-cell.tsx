import IconMinus from "~icons/lucide/minus";
import IconTick from "~icons/lucide/check";
import { Match, Switch } from "solid-js";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { Icon } from "#web/ui/icon.tsx";

/** One cell: yes and no with a shape, negative figures in the colour of loss, an empty one as a quiet dash. */
export function PreviewCell(props: { cell: Cell; text: string }) {
  return (
    <Switch fallback={props.text}>
      <Match when={props.cell === null}>
        <span class="text-ink-off" aria-hidden="true">
          –
        </span>
      </Match>
      <Match when={typeof props.cell === "boolean"}>
        <span class="inline-flex items-center gap-1.5">
          <Icon
            of={props.cell ? IconTick : IconMinus}
            size={12}
            class={props.cell ? "text-ok" : "text-ink-3"}
          />
          {props.text}
        </span>
      </Match>
      <Match
        when={typeof props.cell === "number" && props.cell < 0 && props.text.startsWith("\u2212")}
      >
        <span class="text-bad">{props.text}</span>
      </Match>
    </Switch>
  );
}
