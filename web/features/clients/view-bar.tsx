import IconDelivered from "~icons/lucide/archive";
import IconDue from "~icons/lucide/alarm-clock";
import IconLarge from "~icons/lucide/crown";
import IconMine from "~icons/lucide/user";
import IconAll from "~icons/lucide/users";
import { useSearchParams } from "@solidjs/router";
import type { JSX } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Tabs } from "#web/ui/tabs.tsx";
import { useClients } from "./context.ts";
import { BARE } from "./view-state.ts";
import { VIEWS, type ViewName } from "./views.ts";

const ICONS = {
  all: IconAll,
  due: IconDue,
  mine: IconMine,
  large: IconLarge,
  delivered: IconDelivered,
};

/** The views, as tabs; the open one says how many clients it holds, "all" how many there are. */
export function ViewBar(props: { view: ViewName; end: JSX.Element }) {
  const t = useTexts();
  const f = useFormat();
  const { list } = useClients();
  const [, setParams] = useSearchParams();
  const names = Object.keys(VIEWS) as ViewName[];
  const count = () => {
    const totals = list.totals();
    return props.view === "all" ? totals?.all : totals?.count;
  };
  return (
    <div class="flex h-bar shrink-0 items-center gap-2 border-b border-line pl-3 pr-3 phone:h-14 phone:overflow-x-auto">
      <Tabs
        label={t().clients.views.label}
        class="min-w-0 flex-1"
        value={props.view}
        onChange={(view) => setParams({ ...BARE, view: view === "all" ? undefined : view })}
        tabs={names.map((name) => {
          const shown = name === props.view ? count() : undefined;
          return {
            value: name,
            label: t().clients.views[name],
            icon: ICONS[name],
            ...(shown === undefined ? {} : { count: f().number(shown) }),
          };
        })}
      />
      {props.end}
    </div>
  );
}
