import IconChevron from "~icons/lucide/chevron-down";
import IconPlus from "~icons/lucide/plus";
import IconX from "~icons/lucide/x";
import { useTexts } from "#web/lib/i18n.tsx";
import { Show, splitProps, type JSX } from "solid-js";
import { cx } from "./cx.ts";
import { Icon, type IconComponent } from "./icon.tsx";

type Attributes = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, "class">;

/**
 * One condition: "Stage is not Lost ×". Its body opens the editor (spread a Popover's attributes on it), its cross
 * takes it away. `active`: it comes from a click on a chart, or differs from the saved view.
 */
export function FilterChip(
  props: Attributes & {
    field: string;
    operator?: string | undefined;
    value: string;
    icon?: IconComponent | undefined;
    active?: boolean | undefined;
    onRemove?: (() => void) | undefined;
    /** Names the cross; « Retirer le filtre … » otherwise. */
    removeLabel?: string | undefined;
  },
) {
  const t = useTexts();
  const [own, rest] = splitProps(props, [
    "field",
    "operator",
    "value",
    "icon",
    "active",
    "onRemove",
    "removeLabel",
  ]);
  return (
    <span
      class={cx(
        "inline-flex h-6 max-w-full shrink-0 items-stretch rounded-2 border text-small phone:h-8",
        own.active
          ? "border-accent-line bg-accent-soft text-accent-ink"
          : "border-line-2 bg-raised text-ink-2",
      )}
    >
      <button
        type="button"
        {...rest}
        class="flex min-w-0 items-center gap-1 rounded-2 px-2 transition-colors hover:bg-hover phone:px-2.5"
      >
        <Show when={own.icon}>{(icon) => <Icon of={icon()} size={12} />}</Show>
        <Show when={own.field}>
          {/* Words of a name stand apart for those who hear it, too. */}
          <span class="shrink-0">{own.field}</span>{" "}
        </Show>
        <Show when={own.operator}>
          <span class={cx("shrink-0", !own.active && "text-ink-3")}>{own.operator}</span>{" "}
        </Show>
        <span class={cx("truncate font-medium", !own.active && "text-ink")}>{own.value}</span>
        <Show when={!own.onRemove}>
          <Icon of={IconChevron} size={12} class="text-ink-3" />
        </Show>
      </button>
      <Show when={own.onRemove}>
        {(remove) => (
          <button
            type="button"
            aria-label={own.removeLabel ?? t().ui.filter.remove(own.field)}
            onClick={() => remove()()}
            class="-ml-1 flex w-6 items-center justify-center rounded-2 text-ink-3 transition-colors hover:bg-hover hover:text-ink phone:w-8"
          >
            <Icon of={IconX} size={12} />
          </button>
        )}
      </Show>
    </span>
  );
}

/** The dashed "+ Filter" at the end of the bar. */
export function AddFilterChip(props: Attributes & { label?: string }) {
  const t = useTexts();
  const [own, rest] = splitProps(props, ["label"]);
  return (
    <button
      type="button"
      {...rest}
      class="touch-target inline-flex h-6 shrink-0 items-center gap-1 rounded-2 border border-dashed border-line-2 px-2 text-small font-medium text-ink-2 transition-colors hover:bg-hover hover:text-ink phone:h-8"
    >
      <Icon of={IconPlus} size={12} />
      {own.label ?? t().ui.filter.add}
    </button>
  );
}
