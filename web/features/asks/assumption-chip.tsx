import IconCalendar from "~icons/lucide/calendar";
import IconChevron from "~icons/lucide/chevron-down";
import IconFilter from "~icons/lucide/list-filter";
import IconGroup from "~icons/lucide/building-2";
import IconOther from "~icons/lucide/pencil";
import IconSigma from "~icons/lucide/sigma";
import { createSignal, For, type Component } from "solid-js";
import type { Assumption } from "#domain/asks/final-answer.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Popover } from "#web/ui/popover.tsx";

const ICONS: Record<Assumption["kind"], Component> = {
  measure: IconSigma,
  period: IconCalendar,
  filter: IconFilter,
  grouping: IconGroup,
  other: IconOther,
};

/** What an answer takes for granted. Another value asks again with it set. */
export function AssumptionChip(props: {
  assumption: Assumption;
  fixed: boolean;
  disabled: boolean;
  onChange: (value: string) => void;
}) {
  const t = useTexts();
  const words = () => t().asks.assume;
  const [open, setOpen] = createSignal(false);
  const [other, setOther] = createSignal("");
  const choose = (value: string) => {
    if (value.trim() === "") return;
    setOpen(false);
    props.onChange(value.trim());
  };
  return (
    <Popover
      label={words().change(props.assumption.label)}
      placement="bottom-start"
      open={open()}
      onOpenChange={setOpen}
      class="w-70 p-1"
      trigger={(attributes) => (
        <button
          {...attributes}
          type="button"
          disabled={props.disabled}
          aria-label={`${props.assumption.label} = ${props.assumption.value}. ${words().change(props.assumption.label)}`}
          class="inline-flex min-h-6 max-w-full items-center gap-1.5 rounded-2 border border-line-2 bg-surface px-2 text-small hover:bg-hover disabled:opacity-60 phone:min-h-8"
          classList={{ "border-accent-line bg-accent-soft": props.fixed }}
        >
          <Icon of={ICONS[props.assumption.kind]} size={12} class="shrink-0 text-ink-3" />
          <span class="min-w-0 truncate text-ink-2">
            {props.assumption.label} = <b class="font-medium text-ink">{props.assumption.value}</b>
          </span>
          <Icon of={IconChevron} size={12} class="shrink-0 text-ink-3" />
        </button>
      )}
    >
      <ul>
        <For each={[...new Set([props.assumption.value, ...props.assumption.alternatives])]}>
          {(value) => (
            <li>
              <button
                type="button"
                class="flex min-h-8 w-full items-center rounded-1 px-2 py-1 text-left hover:bg-hover phone:min-h-11"
                aria-current={value === props.assumption.value}
                classList={{ "font-semibold": value === props.assumption.value }}
                onClick={() => choose(value)}
              >
                {value}
              </button>
            </li>
          )}
        </For>
      </ul>
      <form
        novalidate
        class="flex flex-col gap-2 border-t border-line p-2"
        onSubmit={(event) => {
          event.preventDefault();
          choose(other());
        }}
      >
        <label class="flex flex-col gap-1 text-small text-ink-2">
          {words().other}
          <input
            class="h-8 rounded-2 border border-line-control bg-surface px-2 text-base text-ink phone:h-11"
            maxLength={160}
            value={other()}
            placeholder={words().otherHint}
            onInput={(event) => setOther(event.currentTarget.value)}
          />
        </label>
        <Button type="submit" kind="primary" disabled={other().trim() === ""}>
          {words().apply}
        </Button>
      </form>
    </Popover>
  );
}
