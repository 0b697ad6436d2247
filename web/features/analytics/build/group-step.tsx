import IconGroup from "~icons/lucide/group";
import { createSignal, Index, Match, Show, Switch } from "solid-js";
import { withoutGroup } from "#domain/analytics/builder/edit.ts";
import { DATE_PARTS, type ColumnRef, type DatePart } from "#domain/analytics/builder/model.ts";
import { periodOf } from "#domain/analytics/overview/period.ts";
import { isTime } from "#domain/analytics/profile.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { AddFilterChip, FilterChip } from "#web/ui/filter-chip.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refOf, sameRef } from "./build-table.ts";
import { pivotSpec } from "./built-chart.ts";
import { Step, StepPopover } from "./step.tsx";

/** By what rows are put together, and which of it stands across in a pivot. */
export function GroupStep(props: { build: Build }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.groups;
  const [open, setOpen] = createSignal<number | "new">();
  let list: HTMLDivElement | undefined;
  const groups = () => props.build.query().groups;
  const found = (ref: ColumnRef) => props.build.columns().find((one) => sameRef(one.ref, ref));
  const partOf = (ref: ColumnRef): DatePart | null => {
    const profile = found(ref)?.profile;
    if (!profile || !isTime(profile.kind)) return null;
    return profile.min === null ? "month" : periodOf(Number(profile.min), Number(profile.max));
  };
  const add = (ref: ColumnRef): void => {
    setOpen(undefined);
    const { query, patch } = props.build;
    const rows = { fn: "count" as const, column: null, label: t().analyticsSuggest.rows };
    const { measures } = query();
    patch({
      groups: [...groups(), { column: ref, part: partOf(ref) }],
      // Groups alone say nothing: how many rows each has is the least.
      measures: measures.length === 0 ? [rows] : measures,
    });
  };
  const part = (at: number, next: DatePart | null): void =>
    props.build.patch({
      groups: groups().map((one, own) => (own === at ? { ...one, part: next } : one)),
    });
  /** The step of time before the name: « mois date ». */
  const partText = (own: DatePart | null) => (own === null ? "" : words().parts[own]);
  const at = () => {
    const now = open();
    return typeof now === "number" ? now : undefined;
  };
  const parts = () => {
    const kind = found(groups()[at() ?? -1]?.column ?? { table: "", column: "" })?.profile.kind;
    return DATE_PARTS.filter((one) => one !== "hour" || kind === "timestamp");
  };
  const pivot = () => String(props.build.query().pivot?.at ?? "none");
  const cross = (value: string): void =>
    props.build.replace({
      query: { ...props.build.query(), pivot: value === "none" ? null : { at: Number(value) } },
    });
  return (
    <Step title={words().title} icon={IconGroup}>
      <div ref={(element) => (list = element)} class="flex flex-wrap gap-1.5">
        <Index each={groups()}>
          {(group, place) => (
            <FilterChip
              field={partText(group().part)}
              value={group().column.column}
              icon={columnIcon(found(group().column)?.profile.kind ?? "text")}
              aria-label={words().edit(`${partText(group().part)} ${group().column.column}`.trim())}
              {...(isTime(found(group().column)?.profile.kind ?? "text")
                ? { onClick: () => setOpen(place) }
                : { onClick: () => setOpen("new") })}
              onRemove={() => props.build.change(withoutGroup(props.build.query(), place))}
            />
          )}
        </Index>
        <AddFilterChip label={words().add} onClick={() => setOpen("new")} />
      </div>
      <Show when={groups().length > 1 && props.build.query().measures.length > 0}>
        <div class="flex items-center gap-2 pt-1">
          <span class="shrink-0 text-small text-ink-2">{words().pivot}</span>
          <Select
            label={words().pivotHint}
            labelHidden
            size="sm"
            class="min-w-0 flex-1"
            value={pivot()}
            onChange={cross}
            options={[
              { value: "none", label: words().noPivot },
              ...groups().map(({ column }, own) => ({
                value: String(own),
                label: words().across(column.column),
              })),
            ]}
          />
        </div>
        <Show when={pivotSpec(props.build.query())?.totals === false}>
          <p class="text-small text-ink-3">{words().noTotals}</p>
        </Show>
      </Show>
      <StepPopover
        label={words().title}
        anchor={() => list}
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
      >
        <Switch>
          <Match when={open() === "new"}>
            <ComboboxList
              label={t().analyticsBuild.choose}
              options={columnOptions(
                props.build
                  .columns()
                  .filter(({ ref }) => !groups().some(({ column }) => sameRef(column, ref))),
              )}
              chosen={[]}
              onToggle={(key) => add(refOf(key))}
            />
          </Match>
          <Match when={at() !== undefined && groups()[at() ?? -1]}>
            {(group) => (
              <div class="p-3">
                <Select<DatePart | "each">
                  label={words().part}
                  value={group().part ?? "each"}
                  onChange={(next) => part(at() ?? 0, next === "each" ? null : next)}
                  options={[
                    ...parts().map((value) => ({ value, label: words().parts[value] })),
                    { value: "each" as const, label: words().each },
                  ]}
                />
              </div>
            )}
          </Match>
        </Switch>
      </StepPopover>
    </Step>
  );
}
