import { createSignal, Show } from "solid-js";
import type { Comparison, Measure } from "#domain/analytics/builder/model.ts";
import { measureText } from "#domain/analytics/suggest/phrase.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { Build } from "./build-state.ts";
import { columnOptions, refKey, refOf, sameRef } from "./build-table.ts";
import { functionsOf } from "./measure-options.ts";
import { typedNumber } from "./typed-number.ts";

const COMPARISONS = [">", ">=", "<", "<=", "=", "<>"] as const;

/** One measure: what is computed of which column, its name in the answer, and which groups it keeps. */
export function MeasureEditor(props: {
  build: Build;
  at: number;
  onDone: () => void;
  /** Opens the formula of a measure that has one of its own. */
  onFormula: () => void;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild.measures;
  const measure = (): Measure =>
    props.build.query().measures[props.at] ?? { fn: "count", column: null, label: "" };
  const column = () => {
    const ref = measure().column;
    return ref === null ? undefined : props.build.columns().find((one) => sameRef(one.ref, ref));
  };
  const put = (next: Measure, about?: string): void =>
    props.build.patch(
      { measures: props.build.query().measures.map((one, at) => (at === props.at ? next : one)) },
      about,
    );
  /** A name that nobody wrote follows what is computed. */
  const named = (next: Measure): Measure => {
    const usual = measureText(measure(), t().analyticsSuggest);
    const own = measure().label;
    return own === usual || own === measure().column?.column
      ? { ...next, label: measureText(next, t().analyticsSuggest) }
      : next;
  };
  /** A formula that the firm's model does not say. */
  const ownFormula = () => {
    const { formula } = measure();
    return formula && !props.build.formulas().some(({ sql }) => sql === formula.sql)
      ? formula
      : undefined;
  };
  const having = () => props.build.query().having.find((one) => one.at === props.at);
  const [limit, setLimit] = createSignal(String(having()?.value ?? ""));
  const keep = (op: Comparison | "any", text: string): void => {
    const others = props.build.query().having.filter((one) => one.at !== props.at);
    const value = typedNumber(text);
    props.build.patch(
      {
        having:
          op === "any" || value === undefined ? others : [...others, { at: props.at, op, value }],
      },
      `having-${props.at}`,
    );
  };
  const [op, setOp] = createSignal<Comparison | "any">(having()?.op ?? "any");
  return (
    <form
      novalidate
      class="flex flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        props.onDone();
      }}
    >
      <Show when={column()}>
        {(own) => (
          <>
            <Select<Exclude<Measure["fn"], "formula">>
              label={words().fn}
              value={measure().fn === "formula" ? undefined : (measure().fn as "sum")}
              onChange={(fn) => put(named({ ...measure(), fn }))}
              options={functionsOf(own()).flatMap((value) =>
                value === "formula" ? [] : [{ value, label: words().fns[value] }],
              )}
            />
            <Combobox
              label={words().column}
              value={refKey(own().ref)}
              options={columnOptions(props.build.columns())}
              onChange={(key) => {
                const next = props.build
                  .columns()
                  .find(({ ref }) => key !== undefined && sameRef(ref, refOf(key)));
                if (next === undefined) return;
                const fns = functionsOf(next);
                const fn = fns.includes(measure().fn) ? measure().fn : (fns[0] ?? "count");
                put(named({ ...measure(), fn, column: next.ref }));
              }}
            />
          </>
        )}
      </Show>
      <Show when={ownFormula()}>
        {(formula) => (
          <div class="flex items-start gap-2">
            <code class="min-w-0 flex-1 wrap-anywhere font-mono text-small text-ink-2">
              {formula().sql}
            </code>
            <Button size="sm" onClick={() => props.onFormula()}>
              {words().editFormula}
            </Button>
          </div>
        )}
      </Show>
      <TextField
        label={words().label}
        value={measure().label}
        maxLength={120}
        onInput={(label) => label.trim() !== "" && put({ ...measure(), label }, "label")}
      />
      <Show when={props.build.query().groups.length > 0}>
        <fieldset class="flex flex-col gap-1.5">
          <legend class="pb-1.5 font-medium">{words().having}</legend>
          <div class="flex gap-2">
            <Select<Comparison | "any">
              label={words().havingOp}
              labelHidden
              class="min-w-0 flex-1"
              value={op()}
              onChange={(next) => {
                setOp(next);
                keep(next, limit());
              }}
              options={[
                { value: "any", label: words().any },
                ...COMPARISONS.map((value) => ({
                  value,
                  label: t().analyticsBuild.filters.ops[value],
                })),
              ]}
            />
            <Show when={op() !== "any"}>
              <TextField
                label={words().value}
                labelHidden
                class="w-28"
                numeric
                inputMode="decimal"
                value={limit()}
                error={
                  limit().trim() !== "" && typedNumber(limit()) === undefined
                    ? t().analyticsBuild.filters.number
                    : undefined
                }
                onInput={(text) => {
                  setLimit(text);
                  keep(op(), text);
                }}
              />
            </Show>
          </div>
        </fieldset>
      </Show>
    </form>
  );
}
