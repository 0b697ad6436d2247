import { For, Show } from "solid-js";
import { isContinuous, type ColumnProfile } from "#domain/analytics/profile.ts";
import { cellText } from "#web/features/analytics/cell-text.ts";
import type { Cell } from "#web/features/analytics/engine/values.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";

/** What one column holds: filled, empty, different values, bounds, spread or frequent values. */
export function ColumnDetails(props: {
  profile: ColumnProfile;
  /** Puts its name into what is being written, where something is. */
  onInsert?: (() => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.profile;
  const say = (cell: Cell) =>
    cellText(
      typeof cell === "number" ? Number(cell.toPrecision(10)) : cell,
      props.profile.kind,
      f(),
      t().analytics.preview,
    );
  const distinct = () => {
    const count = f().number(props.profile.distinct);
    return props.profile.approximate ? words().about(count) : count;
  };
  const facts = (): [string, string][] => {
    const { count, nulls, min, max, mean, kind } = props.profile;
    const all = Math.max(1, count + nulls);
    const rows: [string, string][] = [
      [words().filled, `${f().number(count)} · ${f().percent((count / all) * 10_000)}`],
      [words().empty, f().number(nulls)],
      [words().distinct, distinct()],
    ];
    if (isContinuous(kind)) rows.push([words().min, say(min)], [words().max, say(max)]);
    if (mean !== null) rows.push([words().mean, f().number(mean, 2)]);
    return rows;
  };
  return (
    <div class="flex flex-col gap-3">
      <header>
        <h3 class="truncate font-semibold">{props.profile.name}</h3>
        <p class="text-small text-ink-3">{t().analytics.kinds[props.profile.kind]}</p>
      </header>
      <dl class="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-small">
        <For each={facts()}>
          {([name, value]) => (
            <>
              <dt class="text-ink-3">{name}</dt>
              <dd class="num truncate text-right">{value}</dd>
            </>
          )}
        </For>
      </dl>
      <Show when={props.profile.histogram.length > 0}>
        <Bars title={words().spread} counts={props.profile.histogram.map(({ count }) => count)} />
      </Show>
      <Show when={props.profile.top.length > 0}>
        <TopValues profile={props.profile} title={words().top} />
      </Show>
      <Show when={props.onInsert}>
        {(insert) => (
          <Button size="sm" onClick={() => insert()()}>
            {words().insert(props.profile.name)}
          </Button>
        )}
      </Show>
    </div>
  );
}

function Bars(props: { title: string; counts: readonly number[] }) {
  const most = () => Math.max(1, ...props.counts);
  return (
    <div role="img" aria-label={props.title} class="flex h-14 items-end gap-px">
      <For each={props.counts}>
        {(count) => (
          <span
            class="min-h-px flex-1 rounded-t-[2px] bg-c1"
            style={{ height: `${count === 0 ? 0 : Math.max(2, (count / most()) * 100)}%` }}
          />
        )}
      </For>
    </div>
  );
}

function TopValues(props: { profile: ColumnProfile; title: string }) {
  const f = useFormat();
  const t = useTexts();
  const most = () => Math.max(1, props.profile.top[0]?.count ?? 1);
  const label = (value: string) => {
    if (props.profile.kind !== "boolean") return value;
    return value === "true" ? t().analytics.preview.yes : t().analytics.preview.no;
  };
  return (
    <section>
      <h4 class="mb-1 text-small text-ink-3">{props.title}</h4>
      <ul class="flex flex-col gap-1 text-small">
        <For each={props.profile.top}>
          {({ value, count }) => (
            <li class="relative flex justify-between gap-3 px-1.5 py-0.5">
              <span
                class="absolute inset-y-0 left-0 rounded-1 bg-accent-soft"
                style={{ width: `${(count / most()) * 100}%` }}
                aria-hidden="true"
              />
              <span class="relative truncate">{label(value)}</span>
              <span class="num relative text-ink-2">{f().number(count)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
