import IconGroup from "~icons/lucide/group";
import { createSignal, Index, Match, Show, Switch } from "solid-js";
import { withoutGroup } from "#domain/analytics/builder/edit.ts";
import { DATE_PARTS, type ColumnRef, type DatePart } from "#domain/analytics/builder/model.ts";
import { isTime } from "#domain/analytics/profile.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import { Select } from "#web/ui/select.tsx";
import type { Build } from "./build-state.ts";
import { sameRef } from "./build-table.ts";
import { pivotSpec } from "./built-chart.ts";
import { GroupList } from "./group-list.tsx";
import { Step, StepChips } from "./step.tsx";

/** By what rows are put together, and which of it stands across in a pivot. */
export function GroupStep(props: { build: Build }) {
  const t = useTexts();
  const words = () => t().analyticsBuild.groups;
  const [open, setOpen] = createSignal<number | "new">();
  const query = () => props.build.query();
  const groups = () => query().groups;
  const kindOf = (ref: ColumnRef) =>
    props.build.columns().find((one) => sameRef(one.ref, ref))?.profile.kind ?? "text";
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
  /** The group that is open, where it has a step of time to choose. */
  const timed = () => {
    const group = groups()[at() ?? -1];
    return group && isTime(kindOf(group.column)) ? group : undefined;
  };
  const parts = () =>
    DATE_PARTS.filter((one) => {
      const group = timed();
      return one !== "hour" || (group && kindOf(group.column) === "timestamp");
    });
  const cross = (value: string): void =>
    props.build.replace({
      query: { ...query(), pivot: value === "none" ? null : { at: Number(value) } },
    });
  return (
    <Step title={words().title} icon={IconGroup}>
      <StepChips
        label={words().title}
        add={groups().length < 6 ? words().add : undefined}
        onAdd={() => setOpen("new")}
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
        chips={
          <Index each={groups()}>
            {(group, place) => (
              <FilterChip
                field={partText(group().part)}
                value={group().column.column}
                icon={columnIcon(kindOf(group().column))}
                aria-label={words().edit(
                  `${partText(group().part)} ${group().column.column}`.trim(),
                )}
                removeLabel={t().analyticsBuild.remove(group().column.column)}
                onClick={() => setOpen(place)}
                onRemove={() => props.build.change(withoutGroup(query(), place))}
              />
            )}
          </Index>
        }
      >
        <Switch
          fallback={<GroupList build={props.build} at={at()} onDone={() => setOpen(undefined)} />}
        >
          <Match when={timed()}>
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
      </StepChips>
      <Show when={groups().length > 1 && query().measures.length > 0}>
        <div class="flex items-center gap-2 pt-1">
          <span class="shrink-0 text-small text-ink-2">{words().pivot}</span>
          <Select
            label={words().pivotHint}
            labelHidden
            size="sm"
            class="min-w-0 flex-1"
            value={String(query().pivot?.at ?? "none")}
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
        <Show when={pivotSpec(query())}>
          {(spec) => (
            <>
              <Show when={query().measures.length > 1}>
                <p class="text-small text-ink-3">{words().pivotFirst(spec().value)}</p>
              </Show>
              <Show when={spec().totals === false}>
                <p class="text-small text-ink-3">{words().noTotals}</p>
              </Show>
            </>
          )}
        </Show>
      </Show>
    </Step>
  );
}
