import IconSum from "~icons/lucide/calculator";
import IconFormula from "~icons/lucide/square-function";
import { createMemo, createSignal, Index, Match, Show, Switch } from "solid-js";
import { withoutMeasure } from "#domain/analytics/builder/edit.ts";
import type { Measure } from "#domain/analytics/builder/model.ts";
import { measureText } from "#domain/analytics/suggest/phrase.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { FilterChip } from "#web/ui/filter-chip.tsx";
import type { Build } from "./build-state.ts";
import { MeasureEditor } from "./measure-editor.tsx";
import { MeasureFormula } from "./measure-formula.tsx";
import { measureOptions } from "./measure-options.ts";
import { Step, StepChips } from "./step.tsx";

const FORMULA = "formula";

/** What is computed; without it the answer is the rows themselves. `repeated` are places of measures that a join counts twice. */
export function MeasureStep(props: { build: Build; repeated: readonly number[] }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsBuild.measures;
  const [open, setOpen] = createSignal<number | "new" | { formula: number }>();
  const measures = () => props.build.query().measures;
  const options = createMemo(() =>
    measureOptions(props.build.columns(), props.build.formulas(), t()),
  );
  const written = () => ({ value: FORMULA, label: words().formula, icon: IconFormula });
  const add = (measure: Measure): void => {
    setOpen(undefined);
    const { sort, having } = props.build.query();
    const [first, ...more] = measures();
    // The number of rows that a group brought along gives way to what is asked for.
    const isUsual =
      first?.fn === "count" && first.label === t().analyticsSuggest.rows && more.length === 0;
    const gives = isUsual && props.build.query().groups.length > 0 && measure.column !== null;
    const isUsed = having.length > 0 || sort.some(({ by }) => by.type === "measure");
    props.build.patch({ measures: gives && !isUsed ? [measure] : [...measures(), measure] });
  };
  const at = () => {
    const now = open();
    return typeof now === "number" ? now : undefined;
  };
  const formulaAt = () => {
    const now = open();
    return typeof now === "object" ? now.formula : undefined;
  };
  const kept = (place: number) => {
    const found = props.build.query().having.find((one) => one.at === place);
    return found && `${t().analyticsBuild.filters.ops[found.op]} ${f().number(found.value)}`;
  };
  return (
    <Step title={words().title} icon={IconSum}>
      <StepChips
        label={words().title}
        add={measures().length < 12 ? words().add : undefined}
        onAdd={() => setOpen("new")}
        open={open() !== undefined}
        onClose={() => setOpen(undefined)}
        class="w-88"
        chips={
          <Index each={measures()}>
            {(measure, place) => (
              <FilterChip
                field={
                  measure().label === measureText(measure(), t().analyticsSuggest)
                    ? ""
                    : measureText(measure(), t().analyticsSuggest)
                }
                value={[measure().label, kept(place)].filter(Boolean).join(" ")}
                active={props.repeated.includes(place)}
                aria-label={words().edit(measure().label)}
                removeLabel={t().analyticsBuild.remove(measure().label)}
                onClick={() => setOpen(place)}
                onRemove={() => props.build.change(withoutMeasure(props.build.query(), place))}
              />
            )}
          </Index>
        }
      >
        <Switch>
          <Match when={open() === "new"}>
            <ComboboxList
              label={words().list}
              options={[...options(), written()]}
              chosen={[]}
              onToggle={(value) => {
                const found = options().find((one) => one.value === value);
                if (found) add(found.measure);
                else setOpen({ formula: measures().length });
              }}
            />
          </Match>
          <Match when={formulaAt() !== undefined}>
            <MeasureFormula
              build={props.build}
              at={formulaAt() ?? 0}
              onDone={() => setOpen(undefined)}
            />
          </Match>
          <Match when={at() !== undefined && measures()[at() ?? -1]}>
            <MeasureEditor
              build={props.build}
              at={at() ?? 0}
              onDone={() => setOpen(undefined)}
              onFormula={() => setOpen({ formula: at() ?? 0 })}
            />
          </Match>
        </Switch>
      </StepChips>
      <Show when={measures().length === 0}>
        <p class="text-small text-ink-3">{words().none}</p>
      </Show>
      <Index each={props.repeated}>
        {(place) => (
          <p class="text-small text-warn">
            {t().analyticsBuild.data.repeated(measures()[place()]?.label ?? "")}
          </p>
        )}
      </Index>
    </Step>
  );
}
