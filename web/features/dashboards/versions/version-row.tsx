import IconPencil from "~icons/lucide/pencil";
import { queryOptions } from "@tanstack/solid-query";
import { createSignal, For, Show } from "solid-js";
import { compareContents } from "#domain/dashboards/compare.ts";
import type { VersionContent, VersionItem, VersionView } from "#domain/dashboards/version.ts";
import type { createPeople } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { differenceWords } from "./difference-words.ts";

/** What a version holds never changes, so it is asked for once. */
const contentQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ["dashboards", "version", id, version],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      api("get /dashboards/{id}/versions/{version}", { params: { id, version }, signal }),
  });

/** What the dashboard is now, as a version would hold it. */
function useContentNow(): () => VersionContent {
  const { dashboard, widgets } = useDashboard();
  return () => ({
    title: dashboard().title,
    parameters: dashboard().parameters,
    widgets: [...widgets.all()],
  });
}

/** One version: its name, who kept it and when, what a return to it would change, and the return. */
export function VersionRow(props: {
  version: VersionItem;
  person: ReturnType<ReturnType<typeof createPeople>["find"]>;
  restoring: boolean;
  /** Among the newest: only these are held against what the dashboard is now. */
  near: boolean;
  onRestore: () => void;
  onName: (name: string) => Promise<void>;
}) {
  const t = useTexts();
  const f = useFormat();
  const { dashboard, widgets } = useDashboard();
  const now = useContentNow();
  const words = () => t().dashboards.versions;
  const [compared, setCompared] = createSignal(false);
  const [typed, setTyped] = createSignal<string>();
  /** Whether it may be what the dashboard is: then what it holds is asked for, and a return that changes nothing not offered. */
  const alike = () => {
    const all = widgets.all();
    const known = new Map(all.map((one) => [one.id, one.title]));
    return (
      props.version.title === dashboard().title &&
      props.version.widgets.length === all.length &&
      props.version.widgets.every((one) => known.get(one.id) === one.title)
    );
  };
  const content = useQuery(() => ({
    ...contentQuery(dashboard().id, props.version.id),
    enabled: props.near && alike(),
  }));
  const same = ({ content: was }: VersionView) =>
    alike() && compareContents(now(), was).length === 0;
  const title = () => props.version.name || props.version.title;
  const take = async () => {
    const name = typed()?.trim();
    setTyped(undefined);
    if (name !== undefined && name !== props.version.name) await props.onName(name);
  };
  return (
    <li class="flex items-start gap-3 py-3">
      <Avatar person={props.person} self={props.person.self} size={24} decorative />
      <div class="min-w-0 flex-1">
        <Show
          when={typed() !== undefined}
          fallback={
            <p class="flex items-center gap-1 font-medium">
              <span class="wrap-anywhere">{title()}</span>
              <Show when={dashboard().can.write}>
                <IconButton
                  size="sm"
                  quiet
                  icon={IconPencil}
                  label={words().rename(title())}
                  onClick={() => setTyped(props.version.name)}
                />
              </Show>
            </p>
          }
        >
          <TextField
            label={words().name}
            autofocus
            maxLength={100}
            value={typed() ?? ""}
            onInput={setTyped}
            onBlur={() => void take()}
            onKeyDown={(event) => {
              if (event.key === "Enter") void take();
              if (event.key !== "Escape") return;
              event.preventDefault();
              event.stopPropagation();
              setTyped(undefined);
            }}
          />
        </Show>
        <p class="text-small text-ink-2">
          {words().by(props.person.name, f().stamp(props.version.createdAt))}
        </p>
        <TextButton
          aria-expanded={compared()}
          class="text-small"
          onClick={() => setCompared((on) => !on)}
        >
          {words().compare}
        </TextButton>
        <Show when={compared()}>
          <Differences version={props.version.id} />
        </Show>
      </div>
      <Show when={dashboard().can.write && !(content.isSuccess && same(content.data))}>
        <Button size="sm" loading={props.restoring} onClick={() => props.onRestore()}>
          {words().restore}
        </Button>
      </Show>
    </li>
  );
}

function Differences(props: { version: string }) {
  const t = useTexts();
  const { dashboard } = useDashboard();
  const now = useContentNow();
  const words = () => t().dashboards.versions;
  const found = useQuery(() => contentQuery(dashboard().id, props.version));
  return (
    <QueryView query={found}>
      {(version) => {
        const all = () => compareContents(now(), version().content);
        return (
          <Show
            when={all().length > 0}
            fallback={<p class="text-small text-ink-2">{words().same}</p>}
          >
            <ul class="list-disc pl-4 text-small text-ink-2">
              <For each={all()}>
                {(difference) => <li>{differenceWords(difference, words().would)}</li>}
              </For>
            </ul>
          </Show>
        );
      }}
    </QueryView>
  );
}
