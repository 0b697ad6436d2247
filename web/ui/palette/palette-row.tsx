import { useTexts } from "#web/lib/i18n.tsx";
import { Show } from "solid-js";
import { cx } from "#web/ui/cx.ts";
import { Highlight } from "#web/ui/highlight.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Kbd } from "#web/ui/kbd.tsx";
import type { PaletteItem } from "./palette-item.ts";

/** One result; the active one says what Enter does. */
export function PaletteRow(props: {
  item: PaletteItem;
  id: string;
  query: string;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  const t = useTexts();
  return (
    // The text field has the focus and the keys; the row only takes the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      role="option"
      id={props.id}
      aria-selected={props.active}
      tabIndex={-1}
      onPointerMove={() => props.onPoint()}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => props.onChoose()}
      class={cx(
        "flex h-row cursor-default items-center gap-3 rounded-2 px-3 outline-none phone:h-12",
        props.active && "bg-press",
      )}
    >
      <Show when={props.item.icon}>
        {(icon) => <Icon of={icon()} class={props.active ? "text-ink" : "text-ink-3"} />}
      </Show>
      <span class="flex min-w-0 flex-1 items-baseline gap-2">
        <span class="min-w-0 truncate font-medium">
          <Highlight text={props.item.label} query={props.query} />
        </span>
        <Show when={props.item.detail}>
          {(detail) => (
            <span class="min-w-0 flex-1 truncate text-small text-ink-2">
              <Highlight text={detail()} query={props.query} />
            </span>
          )}
        </Show>
      </span>
      {props.item.after?.()}
      <Show
        when={props.item.kbd}
        fallback={
          <Show when={props.active}>
            <span
              class="flex items-center gap-2 text-small text-ink-2 phone:hidden"
              aria-hidden="true"
            >
              <span class="first-letter:uppercase">{t().ui.palette.open}</span>
              <Kbd keys="↵" />
            </span>
          </Show>
        }
      >
        {(keys) => <Kbd keys={keys()} />}
      </Show>
    </div>
  );
}
