import { For, Show } from "solid-js";
import {
  chosenFor,
  columnsIn,
  isOptional,
  noneUnfit,
  channelUnfit,
  channelsOf,
  withColumns,
  type Channel,
} from "#domain/analytics/chart/channels.ts";
import { isMeasure } from "#domain/analytics/profile.ts";
import type { ResultShape } from "#domain/analytics/chart/shape.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { columnIcon } from "#web/features/analytics/column-icon.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Select, type Option } from "#web/ui/select.tsx";

/** No column is called by a letter for private use. An empty text would show nothing in the closed field. */
const NONE = "\uE000";
const MOST_LINES = 8;
const MOST_HEADS = 3;

/** Which column of the result does what in a chart. Those that do not fit say why. */
export function ColumnFields(props: {
  shape: ResultShape;
  spec: ChartSpec;
  onChange: (spec: ChartSpec) => void;
}) {
  const t = useTexts();
  const words = () => t().analytics.chart.edit;
  const several = (channel: Channel): boolean =>
    (props.spec.type === "bar"
      ? channel === "value" && props.shape.columns.filter(({ kind }) => isMeasure(kind)).length > 1
      : channel === "y" && (props.spec.type === "line" || props.spec.type === "area")) &&
    columnsIn(props.spec, "series").length === 0;
  const name = (channel: Channel): string =>
    channel === "y" && props.spec.type === "heat"
      ? words().channels.lines
      : words().channels[several(channel) ? "y" : channel];
  const options = (channel: Channel, taken: readonly string[] = []): Option<string>[] =>
    props.shape.columns.map((column) => {
      const unfit = taken.includes(column.name)
        ? "taken"
        : channelUnfit(props.shape, props.spec, channel, column);
      return {
        value: column.name,
        label: column.name,
        icon: columnIcon(column.kind),
        ...(unfit !== null && { note: words().channelUnfit[unfit], disabled: true }),
      };
    });
  const none = (channel: Channel): Option<string> => {
    const unfit = noneUnfit(props.shape, props.spec, channel);
    const why = unfit !== null && { note: words().channelUnfit[unfit], disabled: true };
    return { value: NONE, label: words().noSeries, ...why };
  };
  const choose = (channel: Channel, names: readonly string[]): void =>
    props.onChange(
      chosenFor(
        props.shape,
        props.spec,
        channel,
        names.filter((one) => one !== NONE),
      ),
    );
  /** Lines by group have one measure. */
  const chooseSeries = (column: string): void => {
    const one = withColumns(props.spec, "y", columnsIn(props.spec, "y").slice(0, 1));
    const base = column === NONE || !("y" in props.spec) ? props.spec : one;
    props.onChange(withColumns(base, "series", column === NONE ? [] : [column]));
  };
  return (
    <Show when={channelsOf(props.spec.type).length > 0}>
      <fieldset class="grid gap-3 sm:grid-cols-2">
        <legend class="pb-2 font-medium">{words().columns}</legend>
        <For each={channelsOf(props.spec.type)}>
          {(channel) => (
            <Show
              when={!several(channel)}
              fallback={
                <Measures
                  label={name(channel)}
                  options={options(channel)}
                  chosen={columnsIn(props.spec, channel)}
                  onChange={(names) => choose(channel, names)}
                />
              }
            >
              <Show
                when={channel !== "rows"}
                fallback={
                  <Heads
                    label={name(channel)}
                    options={(taken) => options(channel, taken)}
                    none={none(channel)}
                    chosen={columnsIn(props.spec, channel)}
                    onChange={(names) => choose(channel, names)}
                  />
                }
              >
                <Select
                  label={name(channel)}
                  options={[
                    ...(isOptional(props.spec.type, channel) ? [none(channel)] : []),
                    ...options(channel),
                  ]}
                  value={columnsIn(props.spec, channel)[0] ?? NONE}
                  onChange={(column) =>
                    channel === "series" ? chooseSeries(column) : choose(channel, [column])
                  }
                />
              </Show>
            </Show>
          )}
        </For>
      </fieldset>
    </Show>
  );
}

/** Measures that are drawn beside each other, at least one. */
function Measures(props: {
  label: string;
  options: readonly Option<string>[];
  chosen: readonly string[];
  onChange: (names: readonly string[]) => void;
}) {
  const full = () => props.chosen.length >= MOST_LINES;
  /** Those that can be chosen first. */
  const sorted = () =>
    props.options.toSorted((a, b) => Number(a.note !== undefined) - Number(b.note !== undefined));
  return (
    <div role="group" aria-label={props.label} class="flex flex-col gap-1.5">
      <span class="font-medium">{props.label}</span>
      <div class="flex max-h-40 flex-col gap-1.5 overflow-y-auto phone:gap-3">
        <For each={sorted()}>
          {({ value, label, note }) => {
            const on = () => props.chosen.includes(value);
            const alone = () => on() && props.chosen.length === 1;
            return (
              <Checkbox
                label={label}
                hint={note}
                checked={on()}
                disabled={note !== undefined || alone() || (full() && !on())}
                onChange={(checked) =>
                  props.onChange(
                    checked
                      ? [...props.chosen, value]
                      : props.chosen.filter((one) => one !== value),
                  )
                }
              />
            );
          }}
        </For>
      </div>
    </div>
  );
}

/** The heads of a pivot's rows, one within the other. */
function Heads(props: {
  label: string;
  options: (taken: readonly string[]) => Option<string>[];
  none: Option<string>;
  chosen: readonly string[];
  onChange: (names: readonly string[]) => void;
}) {
  const places = () =>
    Array.from({ length: Math.min(MOST_HEADS, props.chosen.length + 1) }, (_, at) => at);
  return (
    <For each={places()}>
      {(at) => (
        <Select
          label={`${props.label} ${at + 1}`}
          options={[
            ...(at === 0 ? [] : [props.none]),
            ...props.options(props.chosen.filter((_, other) => other !== at)),
          ]}
          value={props.chosen[at] ?? NONE}
          onChange={(column) =>
            props.onChange(
              column === NONE
                ? props.chosen.filter((_, other) => other !== at)
                : [...props.chosen.slice(0, at), column, ...props.chosen.slice(at + 1)],
            )
          }
        />
      )}
    </For>
  );
}
