import IconUp from "~icons/lucide/arrow-up-right";
import IconLate from "~icons/lucide/triangle-alert";
import { For, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

export interface Figure {
  label: string;
  /** Undefined while it is being read, null when it could not be. */
  value: number | undefined | null;
  /** The list goes on: the figure is a lower bound. */
  more?: boolean;
  /** Shown beside a value only. */
  note: string;
  late?: boolean;
  href: string;
}

/** Figures side by side; each opens what it counts. */
export function FigureStrip(props: { label: string; figures: readonly Figure[] }) {
  return (
    <ul
      aria-label={props.label}
      class="grid auto-cols-fr grid-flow-col divide-x divide-line overflow-hidden rounded-3 border border-line max-md:grid-flow-row max-md:grid-cols-2 max-md:divide-x-0"
    >
      <For each={props.figures}>{(figure) => <FigureCell figure={figure} />}</For>
    </ul>
  );
}

function FigureCell(props: { figure: Figure }) {
  const t = useTexts();
  const f = useFormat();
  return (
    <li class="max-md:border-line max-md:odd:border-r max-md:[&:nth-child(n+3)]:border-t">
      <a
        href={props.figure.href}
        class="group block px-4 py-3 outline-offset-[-2px] hover:bg-canvas"
      >
        <span class="flex items-center justify-between text-small text-ink-2">
          {props.figure.label}
          <Icon
            of={IconUp}
            size={14}
            class="text-accent-ink opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100"
          />
        </span>
        <span class="num mt-1 flex h-7 items-center text-title font-semibold">
          <Show when={props.figure.value !== undefined} fallback={<Skeleton class="h-4 w-10" />}>
            {props.figure.value === null ? "–" : f().number(props.figure.value ?? 0)}
            {props.figure.more ? "+" : ""}
          </Show>
        </span>
        <span
          class={cx(
            "mt-0.5 flex min-h-4 items-center gap-1.5 text-small",
            props.figure.late ? "text-bad" : "text-ink-3",
          )}
        >
          <Show when={props.figure.late}>
            <Icon of={IconLate} size={12} />
          </Show>
          <Show when={props.figure.value !== null} fallback={t().home.unread}>
            {props.figure.value === undefined ? "" : props.figure.note}
          </Show>
        </span>
      </a>
    </li>
  );
}
