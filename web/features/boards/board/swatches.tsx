import IconNone from "~icons/lucide/circle-slash";
import { For, Show } from "solid-js";
import { COLORS } from "#domain/boards/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { type Swatch, swatchFill } from "#web/ui/tone.ts";

/** One of the colours that people may give, or none. Each is told by name; arrows move, as in any radio group. */
export function Swatches(props: {
  label: string;
  /** Undefined when it is something else than a colour. */
  value: Swatch | null | undefined;
  /** What it is called to choose none. */
  none: string;
  onChoose: (color: Swatch | null) => void;
}) {
  const t = useTexts();
  let group!: HTMLDivElement;
  const options: readonly (Swatch | null)[] = [...COLORS, null];
  const at = () => (props.value === undefined ? -1 : options.indexOf(props.value));
  const step = (by: number) => {
    const next = (Math.max(at(), 0) + by + options.length) % options.length;
    props.onChoose(options[next] ?? null);
    group.querySelectorAll<HTMLElement>("[role=radio]")[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="radiogroup"
      tabIndex={-1}
      aria-label={props.label}
      class="flex flex-wrap items-center gap-1"
      onKeyDown={(event) => {
        const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        step(by);
      }}
    >
      <For each={options}>
        {(color, index) => {
          const chosen = () => props.value === color;
          const name = () => (color ? t().boards.colors[color] : props.none);
          return (
            <button
              type="button"
              role="radio"
              aria-checked={chosen()}
              aria-label={name()}
              title={name()}
              tabIndex={index() === Math.max(at(), 0) ? 0 : -1}
              class={cx(
                "touch-target inline-flex size-6 items-center justify-center rounded-2 border phone:size-9",
                chosen() ? "border-accent ring-1 ring-accent" : "border-transparent hover:bg-hover",
              )}
              onClick={() => props.onChoose(color)}
            >
              <Show when={color} fallback={<Icon of={IconNone} size={14} class="text-ink-3" />}>
                {(shown) => (
                  <span
                    class={cx("size-3.5 rounded-1 border border-line-control", swatchFill[shown()])}
                  />
                )}
              </Show>
            </button>
          );
        }}
      </For>
    </div>
  );
}
