import { Match, Switch } from "solid-js";
import { WATCHED_EVENTS } from "#domain/identity/event-groups.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { DatePicker } from "#web/ui/date/date-picker.tsx";
import type { LogFilter, LogTab } from "./address.ts";
import { peopleQuery } from "./queries.ts";

export type FilterField = "actor" | "action" | "entity" | "from" | "to";

/** The inside of one condition: one of a list, or a day. Applies as it is changed. */
export function FilterEditor(props: {
  field: FilterField;
  tab: LogTab;
  filter: LogFilter;
  onChange: (value: string | undefined) => void;
}) {
  const t = useTexts();
  const actors = useQuery(() => ({ ...peopleQuery(props.tab), enabled: props.field === "actor" }));
  const options = () => {
    const { actions, accesses, entities } = t().audit;
    if (props.field === "actor") {
      const found = actors.isSuccess ? actors.data.items : [];
      return found.map(({ id, name }) => ({ value: id, label: name || t().audit.system }));
    }
    const words: Readonly<Record<string, string>> =
      props.field === "entity"
        ? entities
        : { audit: actions, access: accesses, "sign-ins": watched() }[props.tab];
    const list = Object.entries(words).map(([value, label]) => ({ value, label }));
    const { entity } = props.filter;
    const narrow = props.field === "action" && props.tab === "audit" && entity !== undefined;
    return narrow ? list.filter(({ value }) => value.startsWith(`${entity}.`)) : list;
  };
  const watched = () =>
    Object.fromEntries(WATCHED_EVENTS.map((kind) => [kind, t().identity.events[kind]]));
  const chosen = () => {
    const value = props.filter[props.field];
    return value === undefined ? [] : [value];
  };
  return (
    <Switch
      fallback={
        <ComboboxList
          label={t().audit.filter[props.field]}
          options={options()}
          chosen={chosen()}
          loading={props.field === "actor" && actors.isPending}
          onToggle={(value) => props.onChange(chosen().includes(value) ? undefined : value)}
        />
      }
    >
      <Match when={props.field === "from" || props.field === "to"}>
        <div class="p-3">
          <DatePicker
            label={t().audit.filter[props.field]}
            value={props.filter[props.field]}
            min={props.field === "to" ? props.filter.from : undefined}
            max={props.field === "from" ? props.filter.to : undefined}
            onChange={props.onChange}
          />
        </div>
      </Match>
    </Switch>
  );
}
