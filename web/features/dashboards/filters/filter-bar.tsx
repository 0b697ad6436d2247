import IconSliders from "~icons/lucide/sliders-horizontal";
import { createEffect, For, Match, on, Show, Switch, type JSX } from "solid-js";
import { chosenColumn } from "#domain/dashboards/bind.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { createScrollRow } from "#web/ui/scroll-row.ts";
import { TextButton } from "#web/ui/text-button.tsx";
import { CategoryChip } from "./category-chip.tsx";
import { PeriodChip } from "./period-chip.tsx";
import { RangeChip } from "./range-chip.tsx";

/**
 * What narrows a dashboard: its parameters, then what was clicked, each with its way out. `end` stands at the end; on a phone below the
 * filters, which are one row there that scrolls to the side.
 */
export function FilterBar(props: { end?: JSX.Element }) {
  const t = useTexts();
  const { dashboard, filters, editing } = useDashboard();
  const phone = createMediaQuery("(width < 40rem)");
  let row!: HTMLDivElement;
  let inside!: HTMLDivElement;
  const edges = createScrollRow(
    () => row,
    () => inside,
  );
  const words = () => t().dashboards.filters;
  const count = () => filters.selections().length;
  // What was just clicked, and the way back from it, stand at the end of the row.
  createEffect(
    on(filters.selections, (now, before) => {
      if (!phone() || now.length === 0 || now.length < (before?.length ?? 0)) return;
      requestAnimationFrame(() => row.scrollTo?.({ left: row.scrollWidth }));
    }),
  );
  const any = () => dashboard().parameters.length + count() > 0;
  const wayBack = () => (
    <>
      <Show when={filters.differs()}>
        <TextButton onClick={() => filters.reset()}>{words().reset}</TextButton>
      </Show>
      <Show when={count() > 0}>
        <Button
          kind="ghost"
          size="sm"
          kbd={phone() ? undefined : t().ui.escapeKey}
          onClick={() => filters.clear()}
        >
          {words().clear(count())}
        </Button>
      </Show>
    </>
  );
  return (
    <>
      <div
        role="toolbar"
        aria-label={words().label}
        class={cx(
          "flex min-h-bar shrink-0 flex-wrap items-center gap-2 border-b border-line bg-canvas px-4 py-1.5 phone:gap-0 phone:p-0",
          !any() && !editing() && "phone:hidden",
        )}
      >
        <Show when={any()}>
          <Icon of={IconSliders} size={14} class="shrink-0 text-ink-3 phone:hidden" />
        </Show>
        <div
          ref={row}
          class={cx(
            "contents phone:block phone:basis-full phone:scroll-px-8 phone:overflow-x-auto phone:[scrollbar-width:none]",
            !any() && "phone:hidden",
            edges().start && "phone:mask-l-from-[calc(100%-2rem)]",
            edges().end && "phone:mask-r-from-[calc(100%-2rem)]",
          )}
        >
          <div
            ref={inside}
            class="contents phone:flex phone:w-max phone:items-center phone:gap-2 phone:px-3 phone:py-2 phone:*:max-w-[calc(100vw-3.5rem)]"
          >
            <For each={dashboard().parameters}>
              {(parameter) => (
                <Switch>
                  <Match when={parameter.kind === "period" && parameter}>
                    {(period) => (
                      <PeriodChip
                        parameter={period()}
                        chosen={filters.chosen()}
                        onChoose={(value) => filters.choose(parameter.name, value)}
                      />
                    )}
                  </Match>
                  <Match when={parameter.kind === "category" && parameter}>
                    {(category) => <CategoryChip parameter={category()} />}
                  </Match>
                  <Match when={parameter.kind === "range" && parameter}>
                    {(range) => <RangeChip parameter={range()} />}
                  </Match>
                  <Match when={parameter.kind === "choice" && parameter}>
                    {(choice) => {
                      const column = () => chosenColumn(choice(), filters.chosen());
                      const label = () =>
                        choice().options.find((option) => option.column === column())?.label ??
                        column();
                      return (
                        <DropdownMenu
                          items={choice().options.map((option) => ({
                            label: option.label,
                            chosen: option.column === column(),
                            onSelect: () => filters.choose(parameter.name, option.column),
                          }))}
                          trigger={(attributes) => (
                            <FilterChip {...attributes} field={choice().label} value={label()} />
                          )}
                        />
                      );
                    }}
                  </Match>
                </Switch>
              )}
            </For>
            <Show when={count() > 0}>
              <span class="ml-1 border-l border-line pl-3 text-small text-ink-2">
                {words().clicks}
              </span>
              <For each={filters.selections()}>
                {(selection) => (
                  <FilterChip
                    active
                    field={selection.label}
                    value={selection.value}
                    onRemove={() => filters.select(selection.widgetId, null)}
                  />
                )}
              </For>
            </Show>
            <Show when={phone()}>{wayBack()}</Show>
          </div>
        </div>
        <span class="ml-auto flex shrink-0 items-center gap-1 phone:pr-1">
          <Show when={!phone()}>{wayBack()}</Show>
          {props.end}
        </span>
      </div>
      <p class="sr-only" role="status">
        {count() > 0 ? words().narrowed(count()) : ""}
      </p>
    </>
  );
}
