import IconStays from "~icons/lucide/monitor-check";
import { For, Match, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { DataSetRow } from "#web/features/analytics/list/data-set-row.tsx";
import { useSharedCopies } from "#web/features/sources/use-shared-copies.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** The files that this person keeps on this device. */
export function DeviceFiles(props: { files: readonly DataSet[]; onChange: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const copiesOf = useSharedCopies();
  const isShared = (dataSet: DataSet) => (copiesOf(dataSet) ?? []).length > 0;
  const some = () => props.files.some(isShared);
  // The file goes when the toast does; until then it can come back.
  const remove = async (dataSet: DataSet) => {
    const undo = await currentLibrary().removeAfter(dataSet, 10_000);
    props.onChange();
    const back = async () => {
      await undo();
      props.onChange();
    };
    toasts.show({
      text: t().analytics.list.removed(dataSet.fileName),
      onUndo: () => void back(),
    });
  };
  const rename = async (dataSet: DataSet, name: string) => {
    await currentLibrary().rename(dataSet, name);
    props.onChange();
    const back = async () => {
      await currentLibrary().rename(dataSet, dataSet.fileName);
      props.onChange();
    };
    toasts.show({ text: t().analytics.files.renamed(name), onUndo: () => void back() });
  };
  return (
    <Show when={props.files.length > 0}>
      <section aria-labelledby="device-files">
        <div class="mb-2 flex flex-wrap items-center gap-x-3">
          <h2 id="device-files" class="font-semibold">
            {t().workspaces.files}
          </h2>
          <Switch>
            <Match when={some()}>
              <p class="text-small text-ink-3">
                {t().workspaces.share.someLong(session.me()?.organization.name ?? "")}
              </p>
            </Match>
            <Match when={props.files.every((dataSet) => copiesOf(dataSet))}>
              <p
                class="flex items-center gap-1.5 text-small text-ok"
                title={t().analytics.staysLong}
              >
                <Icon of={IconStays} size={14} /> {t().analytics.stays}
                <span class="text-ink-3 phone:hidden">– {t().analytics.staysLong}</span>
              </p>
            </Match>
          </Switch>
        </div>
        <ul class="overflow-hidden rounded-3 border border-line bg-surface [&>li:last-child]:border-b-0">
          <For each={props.files}>
            {(dataSet) => (
              <DataSetRow
                dataSet={dataSet}
                isShared={isShared(dataSet)}
                onRename={(name) => void rename(dataSet, name)}
                onRemove={() => void remove(dataSet)}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
