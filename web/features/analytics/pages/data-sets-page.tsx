import IconStays from "~icons/lucide/monitor-check";
import { useNavigate } from "@solidjs/router";
import { createResource, For, Match, onMount, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { currentLibrary, handOver, preload } from "#web/features/analytics/current-library.ts";
import { DataSetRow } from "#web/features/analytics/list/data-set-row.tsx";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { FileDrop } from "#web/features/analytics/list/file-drop.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** The files that this person keeps on this device, and where to drop another. */
export function DataSetsPage() {
  const t = useTexts();
  const words = () => t().analytics;
  const navigate = useNavigate();
  const toasts = useToasts();
  const library = currentLibrary();
  usePage(() => ({ title: words().title }));
  onMount(preload);
  const [found, { refetch }] = createResource(() => library.list());
  const shown = () => (found.error ? [] : (found.latest ?? []));
  const open = (file: File) => {
    handOver.put(file);
    navigate("/analytics/import");
  };
  // The file goes when the toast does; until then it can come back.
  const remove = async (dataSet: DataSet) => {
    const undo = await library.removeAfter(dataSet, 10_000);
    void refetch();
    toasts.show({
      text: words().list.removed(dataSet.fileName),
      onUndo: () => {
        void undo().then(() => refetch());
      },
    });
  };
  return (
    <div class="flex h-full min-h-0 flex-col">
      <h1 class="sr-only">{words().title}</h1>
      <FileDrop onFile={open} />
      <Show when={shown().length > 0}>
        <PageActions>
          <FileButton onFile={open} />
        </PageActions>
      </Show>
      <Switch>
        <Match when={found.error as unknown}>
          <ErrorState
            title={words().list.unreadable}
            body={words().list.unreadableBody}
            onRetry={() => void refetch()}
          />
        </Match>
        <Match when={found.state === "pending"}>
          <SkeletonRows rows={6} />
        </Match>
        <Match when={shown().length === 0}>
          <div class="m-4 flex flex-1 flex-col justify-center rounded-3 border border-dashed border-line-2">
            <EmptyState
              title={words().list.empty}
              body={words().list.emptyBody}
              actions={<FileButton onFile={open} />}
              hint={words().list.emptyHint}
            />
          </div>
        </Match>
        <Match when={shown().length > 0}>
          <p
            class="flex h-bar shrink-0 items-center gap-1.5 border-b border-line px-4 text-small text-ok"
            title={words().staysLong}
          >
            <Icon of={IconStays} size={14} /> {words().stays}
            <span class="text-ink-3 phone:hidden">– {words().staysLong}</span>
          </p>
          <ul class="min-h-0 flex-1 overflow-y-auto">
            <For each={shown()}>
              {(dataSet) => <DataSetRow dataSet={dataSet} onRemove={() => void remove(dataSet)} />}
            </For>
          </ul>
        </Match>
      </Switch>
    </div>
  );
}
