import { createSignal, For, Match, Switch } from "solid-js";
import type { ClientFilter } from "#domain/clients/filter.ts";
import { PRIORITIES, SIZES, STAGES, STATUSES } from "#domain/clients/values.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useClients } from "./context.ts";

type Field = Exclude<keyof ClientFilter, "q">;

const VALUES = { status: STATUSES, stage: STAGES, priority: PRIORITIES, size: SIZES } as const;

/** The inside of one condition: boxes to tick, a date, or a word. Applies as it is changed. */
export function FilterEditor(props: {
  field: Field;
  label: string;
  filter: ClientFilter;
  onChange: (value: string | readonly string[] | undefined) => void;
}) {
  const t = useTexts();
  const { people } = useClients();
  const [sector, setSector] = createSignal<string>();
  const options = (): { value: string; label: string }[] => {
    const { field } = props;
    if (field === "ownerId") {
      return [
        ...people.all().map(({ id, name }) => ({ value: id, label: name })),
        { value: "none", label: t().clients.empty.owner },
      ];
    }
    if (field === "nextActionBefore" || field === "sector") return [];
    const names: Readonly<Record<string, string>> = t().clients[field];
    return VALUES[field].map((value) => ({ value, label: names[value] ?? value }));
  };
  const chosen = (): readonly string[] => {
    const now = props.filter[props.field];
    return Array.isArray(now) ? now : [];
  };
  const toggle = (value: string, on: boolean) => {
    const next = on ? [...chosen(), value] : chosen().filter((other) => other !== value);
    props.onChange(next.length > 0 ? next : undefined);
  };
  return (
    <Switch
      fallback={
        <fieldset class="flex max-h-72 flex-col gap-2 overflow-y-auto">
          <legend class="pb-2 text-small text-ink-3">{props.label}</legend>
          <For each={options()}>
            {(option) => (
              <Checkbox
                label={option.label}
                checked={chosen().includes(option.value)}
                onChange={(on) => toggle(option.value, on)}
              />
            )}
          </For>
        </fieldset>
      }
    >
      <Match when={props.field === "nextActionBefore"}>
        <DatePicker
          label={`${props.label} ${t().clients.filter.before}`}
          value={props.filter.nextActionBefore}
          onChange={(date) => props.onChange(date)}
        />
      </Match>
      <Match when={props.field === "sector"}>
        <TextField
          label={props.label}
          hint={t().clients.filter.sectorHint}
          value={sector() ?? props.filter.sector ?? ""}
          onInput={setSector}
          onChange={(event) => props.onChange(event.currentTarget.value.trim() || undefined)}
        />
      </Match>
    </Switch>
  );
}
