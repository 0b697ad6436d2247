import { createEffect, createSignal, For, onCleanup } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { cx } from "#web/ui/cx.ts";
import { useRoom } from "./room.tsx";

/** On a phone: which column is before the eyes, and the way to the others. */
export function ColumnTabs(props: { area: HTMLElement | undefined }) {
  const t = useTexts();
  const room = useRoom();
  const [seen, setSeen] = createSignal(0);
  /** One for each column: its section, or its head above the rows. */
  const columns = () => [...(props.area?.querySelectorAll<HTMLElement>("[data-tab]") ?? [])];
  createEffect(() => {
    const { area } = props;
    if (!area) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const middle = area.scrollLeft + area.clientWidth / 2;
      const at = columns().findLastIndex((column) => column.offsetLeft <= middle);
      setSeen(Math.max(0, at));
    };
    const scrolled = () => (frame ||= requestAnimationFrame(look));
    area.addEventListener("scroll", scrolled, { passive: true });
    onCleanup(() => {
      cancelAnimationFrame(frame);
      area.removeEventListener("scroll", scrolled);
    });
  });
  const go = (id: string) => {
    const column = columns().find((one) => one.dataset["tab"] === id);
    column?.scrollIntoView({ behavior: "smooth", inline: "start", block: "nearest" });
  };
  return (
    <nav
      aria-label={t().boardScreen.column.tabs}
      class="hidden shrink-0 gap-1 border-b border-line px-4 phone:flex"
    >
      <For each={room.live.columns()}>
        {(column, at) => (
          <button
            type="button"
            aria-current={seen() === at() ? "true" : undefined}
            class="flex h-11 min-w-0 flex-1 flex-col gap-1.5 outline-offset-[-2px]"
            onClick={() => go(column.id)}
          >
            <span
              class={cx("h-1 w-full rounded-full", seen() === at() ? "bg-accent" : "bg-press")}
            />
            <span
              class={cx(
                "w-full truncate text-center text-micro",
                seen() === at() ? "font-semibold text-ink" : "text-ink-2",
              )}
            >
              {column.name}
            </span>
          </button>
        )}
      </For>
    </nav>
  );
}
