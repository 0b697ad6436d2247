import { createSignal, Match, onMount, Switch } from "solid-js";
import type { ColumnRef, Filter } from "#domain/analytics/builder/model.ts";
import { isMeasure, isTime } from "#domain/analytics/profile.ts";
import type { ColumnKind } from "#domain/analytics/reading.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { DateFilter } from "./date-filter.tsx";
import { opOf, type FilterOp } from "./filter-words.ts";
import { NumberFilter } from "./number-filter.tsx";
import { ValueList } from "./value-list.tsx";

const OPS = {
  text: ["is", "isNot", "contains", "lacks", "starts", "filled", "empty"],
  number: ["between", ">", ">=", "<", "<=", "=", "<>", "filled", "empty"],
  time: ["preset", "between", "since", "until", "filled", "empty"],
  flag: ["yes", "no", "filled", "empty"],
} as const satisfies Record<string, readonly FilterOp[]>;

const opsOf = (kind: ColumnKind): readonly FilterOp[] => {
  if (isMeasure(kind)) return OPS.number;
  if (isTime(kind)) return OPS.time;
  return kind === "boolean" ? OPS.flag : OPS.text;
};

/** One filter by the kind of its column. Each change applies at once; null stands for one that keeps every row. */
export function FilterEditor(props: {
  column: ColumnRef;
  kind: ColumnKind;
  filter: Filter | undefined;
  keeper: EngineKeeper;
  /** Where the column is read, in SQL. */
  from: string;
  onChange: (filter: Filter | null) => void;
  onDone: () => void;
}) {
  const t = useTexts();
  const words = () => t().analyticsBuild.filters;
  const ops = () => opsOf(props.kind);
  // The editor is made anew for each filter.
  // oxlint-disable solid/reactivity
  const [op, setOp] = createSignal<FilterOp>(
    props.filter ? opOf(props.filter) : (ops()[0] ?? "is"),
  );
  // oxlint-enable solid/reactivity
  const column = () => props.column;
  const own = <K extends Filter["type"]>(type: K) =>
    props.filter?.type === type ? (props.filter as Extract<Filter, { type: K }>) : undefined;
  const turn = (next: FilterOp): void => {
    setOp(next);
    const values = own("values");
    const text = own("text");
    const number = own("number");
    const days = own("days");
    if (next === "empty" || next === "filled")
      props.onChange({ type: "empty", column: column(), empty: next === "empty" });
    else if (next === "yes" || next === "no")
      props.onChange({ type: "flag", column: column(), value: next === "yes" });
    else if ((next === "is" || next === "isNot") && values)
      props.onChange({ ...values, not: next === "isNot" });
    else if ((next === "contains" || next === "lacks" || next === "starts") && text)
      props.onChange({ ...text, op: next });
    else if (number && isComparison(next)) props.onChange({ ...number, op: next });
    else if (days?.from && (next === "since" || next === "between"))
      props.onChange({ ...days, to: next === "since" ? null : days.to });
    else if (days?.to && (next === "until" || next === "between"))
      props.onChange({ ...days, from: next === "until" ? null : days.from });
    else props.onChange(null);
  };
  // « Oui » says all there is to say.
  onMount(() => {
    if (props.filter === undefined && props.kind === "boolean") turn("yes");
  });
  const textOp = () => {
    const now = op();
    return now === "contains" || now === "lacks" || now === "starts" ? now : undefined;
  };
  return (
    <div
      role="presentation"
      class="flex flex-col"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.defaultPrevented) return;
        if (event.target instanceof HTMLInputElement) props.onDone();
      }}
    >
      <div class="flex flex-col gap-2 p-3">
        <p class="truncate font-medium">{props.column.column}</p>
        <Select<FilterOp>
          label={words().operator}
          labelHidden
          value={op()}
          onChange={turn}
          options={ops().map((value) => ({ value, label: words().ops[value] }))}
        />
        <Switch>
          <Match when={textOp()}>
            {(now) => (
              <TextField
                label={words().text}
                labelHidden
                data-autofocus
                value={own("text")?.text ?? ""}
                onInput={(text) =>
                  props.onChange(
                    text === "" ? null : { type: "text", column: column(), op: now(), text },
                  )
                }
              />
            )}
          </Match>
          <Match when={isMeasure(props.kind) && op() !== "empty" && op() !== "filled"}>
            <NumberFilter
              column={column()}
              op={op()}
              filter={props.filter}
              onChange={props.onChange}
            />
          </Match>
          <Match when={isTime(props.kind) && op() !== "empty" && op() !== "filled"}>
            <DateFilter
              column={column()}
              op={op()}
              filter={props.filter}
              onChange={props.onChange}
            />
          </Match>
        </Switch>
      </div>
      <Switch>
        <Match when={op() === "is" || op() === "isNot"}>
          <ValueList
            column={column()}
            from={props.from}
            keeper={props.keeper}
            chosen={own("values")?.values ?? []}
            onChange={(values) =>
              props.onChange(
                values.length === 0
                  ? null
                  : { type: "values", column: column(), not: op() === "isNot", values },
              )
            }
          />
        </Match>
      </Switch>
    </div>
  );
}

const isComparison = (op: FilterOp): op is "=" | "<>" | "<" | "<=" | ">" | ">=" =>
  /^[=<>]+$/.test(op);
