import { Show } from "solid-js";
import type { FigureFormat } from "#domain/analytics/chart/look.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const CURRENCIES = ["EUR", "USD", "GBP", "CHF"];

/** How the figures of a chart are written. */
export function FigureFields(props: { spec: ChartSpec; onChange: (spec: ChartSpec) => void }) {
  const t = useTexts();
  const words = () => t().analytics.chart.edit;
  const format = (): FigureFormat => props.spec.format ?? {};
  const set = (part: FigureFormat): void =>
    props.onChange({ ...props.spec, format: { ...format(), ...part } });
  const figure = () => (props.spec.type === "number" ? props.spec : undefined);
  return (
    <fieldset class="grid gap-3 sm:grid-cols-2">
      <legend class="pb-2 font-medium">{words().figures}</legend>
      <Select
        label={words().style}
        options={(["plain", "percent", "currency"] as const).map((value) => ({
          value,
          label: words().styles[value],
        }))}
        value={format().style ?? "plain"}
        onChange={(style) => set({ style })}
      />
      <Show when={format().style === "currency"}>
        <Select
          label={words().currency}
          options={CURRENCIES.map((value) => ({ value, label: value }))}
          value={format().currency ?? "EUR"}
          onChange={(currency) => set({ currency })}
        />
      </Show>
      <Show when={format().style !== "percent"}>
        <Select
          label={words().scale}
          options={(["none", "k", "M"] as const).map((value) => ({
            value,
            label: words().scales[value],
          }))}
          value={format().scale ?? "none"}
          onChange={(scale) => set({ scale })}
        />
      </Show>
      <Select
        label={words().decimals}
        options={["auto", "0", "1", "2", "3", "4"].map((value) => ({
          value,
          label: value === "auto" ? words().automatic : value,
        }))}
        value={format().decimals === undefined ? "auto" : String(format().decimals)}
        onChange={(value) => set({ decimals: value === "auto" ? undefined : Number(value) })}
      />
      <Show when={figure()}>
        {(spec) => (
          <Select
            label={words().better}
            options={(["higher", "lower"] as const).map((value) => ({
              value,
              label: words().betters[value],
            }))}
            value={spec().better ?? "higher"}
            onChange={(better) =>
              props.onChange({ ...spec(), better: better === "lower" ? better : undefined })
            }
          />
        )}
      </Show>
      <TextField
        label={words().unit}
        value={format().unit}
        maxLength={20}
        onInput={(unit) => set({ unit: unit.trim() === "" ? undefined : unit })}
      />
    </fieldset>
  );
}
