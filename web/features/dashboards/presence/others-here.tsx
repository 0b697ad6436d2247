import { createEffect, For, onCleanup, Show } from "solid-js";
import { dashboardPath } from "#domain/dashboards/events.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useLive } from "#web/lib/live.tsx";
import { AvatarStack } from "#web/ui/avatar.tsx";
import { useOthersHere } from "./here.ts";

/**
 * Who else has this dashboard open, and which widget they edit. A place is the address of the page, behind # the widget whose form is
 * open.
 */
export function OthersHere(props: { edited: string | undefined }) {
  const t = useTexts();
  const live = useLive();
  const { dashboard, widgets } = useDashboard();
  const place = () => dashboardPath(dashboard());
  createEffect(() => {
    const { edited } = props;
    live.setPlace(edited === undefined ? place() : `${place()}#${edited}`);
  });
  onCleanup(() => live.setPlace(location.pathname));
  const here = useOthersHere();
  const editors = () =>
    here().flatMap(({ name, place: at }) => {
      const widget = widgets.find(at.split("#")[1] ?? "");
      return widget ? [t().dashboardTalk.edits(name, widget.title)] : [];
    });
  return (
    <Show when={here().length > 0}>
      <span
        role="group"
        aria-label={t().dashboardTalk.here(
          here()
            .map(({ name }) => name)
            .join(", "),
        )}
        class="mr-1 flex items-center gap-2"
      >
        <AvatarStack people={here().map(({ userId, name }) => ({ id: userId, name }))} />
        <For each={editors()}>
          {(text) => <span class="text-small text-ink-2 phone:sr-only">{text}</span>}
        </For>
      </span>
    </Show>
  );
}
