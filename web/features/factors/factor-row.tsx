import type { JSX } from "solid-js";
import { Icon, type IconComponent } from "#web/ui/icon.tsx";

/** One factor: what it is, its state, what can be done with it. */
export function FactorRow(props: {
  icon: IconComponent;
  title: JSX.Element;
  state: JSX.Element;
  action?: JSX.Element;
}) {
  return (
    <li class="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
      <Icon of={props.icon} size={16} class="text-ink-3" />
      <div class="min-w-0 flex-1 basis-40">
        <div class="break-words font-medium">{props.title}</div>
        <p class="text-small text-ink-3">{props.state}</p>
      </div>
      <div class="flex flex-wrap gap-2">{props.action}</div>
    </li>
  );
}
