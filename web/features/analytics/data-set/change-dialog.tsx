import { useQueryClient } from "@tanstack/solid-query";
import IconWarn from "~icons/lucide/triangle-alert";
import { createSignal, Match, onCleanup, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { Affected } from "#domain/sources/affected.ts";
import { Refusal } from "#web/features/analytics/import/refusal.tsx";
import type { Library } from "#web/features/analytics/library.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Banner } from "#web/ui/banner.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { AffectedList } from "#web/features/sources/affected/affected-list.tsx";
import {
  findAffected,
  sourcesOfFile,
  tellSources,
  type FileSource,
} from "#web/features/sources/affected/file-sources.ts";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createResource } from "#web/lib/resource.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import { findChange, type ChangeMode } from "./change-file.ts";
import { ColumnChangesList } from "./column-changes.tsx";

const UNDO_MS = 10_000;

/** What another file changes of a data set, shown before it happens. */
export function ChangeDialog(props: {
  library: Library;
  dataSet: DataSet;
  file: File;
  mode: ChangeMode;
  /** The data set as it is now, and the way back, which holds for ten seconds. */
  onChanged: (dataSet: DataSet, undo: () => Promise<void>) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().analytics.files;
  const [progress, setProgress] = createSignal<number>();
  const [saving, setSaving] = createSignal(false);
  const [fault, setFault] = createSignal<unknown>();
  const [named, setNamed] = createSignal(false);
  const stop = new AbortController();
  onCleanup(() => stop.abort());
  const [found] = createResource(() =>
    findChange(props.library, props.dataSet, props.file, {
      signal: stop.signal,
      mode: props.mode,
      onProgress: setProgress,
      nameOf: (position) => t().analytics.column.unnamed(position),
    }),
  );
  const ready = () => (found.error ? undefined : found());
  // Without a network the file can be changed all the same; its sources are then looked for again when they are opened.
  const [sources] = createResource(() =>
    sourcesOfFile(props.library, props.dataSet).catch(() => []),
  );
  const [affected] = createResource(
    () => {
      const change = ready();
      const known = sources();
      return change && known && known.length > 0 && { known, after: change.after };
    },
    ({ known, after }) =>
      findAffected(queries, props.library, known, after).catch((): Affected[] => []),
  );
  const tell = (of: readonly FileSource[], dataSet: DataSet) =>
    tellSources(queries, of, dataSet).catch(
      (error: unknown) => void toasts.show({ text: say(error), tone: "bad" }),
    );
  const rows = () => ready()?.rows ?? 0;
  const submit = () =>
    props.mode === "replace" ? words().replaceNow : words().appendNow(rows(), f().number(rows()));
  const save = async () => {
    const change = ready();
    if (change === undefined) return;
    setSaving(true);
    try {
      const { library, dataSet, file } = props;
      const origin = named() ? words().originColumn : dataSet.origin;
      const before = (await library.find(dataSet.id)) ?? dataSet;
      const after =
        props.mode === "replace"
          ? await library.replace(dataSet, file, change.reading)
          : await library.append(dataSet, file, change.reading, origin);
      const of = sources() ?? [];
      await tell(of, after);
      const back = library.settle(before, after, UNDO_MS);
      props.onChanged(after, async () => tell(of, await back()));
    } catch (error) {
      setFault(error);
      setSaving(false);
    }
  };
  const failed = () => fault() ?? (found.error as unknown);
  return (
    <FormDialog
      title={(props.mode === "replace" ? words().replaceTitle : words().appendTitle)(
        props.dataSet.fileName,
      )}
      submit={submit()}
      pending={saving()}
      ready={ready() !== undefined && rows() > 0 && !sources.loading && !affected.loading}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <p class="break-words text-ink-2">
        {props.file.name} · {f().bytes(props.file.size)}
      </p>
      <Switch>
        <Match when={failed()}>
          {(error) => <Refusal error={error()} size={props.file.size} actions={<></>} />}
        </Match>
        <Match when={ready()}>
          {(change) => (
            <>
              <Show when={change().twice}>
                {(name) => (
                  <Banner tone="warn" icon={IconWarn}>
                    {words().twice(name())}
                  </Banner>
                )}
              </Show>
              <ColumnChangesList change={change()} />
              <AffectedList items={affected.latest ?? []} />
              <Show when={props.mode === "append" && props.dataSet.origin === undefined}>
                <Checkbox label={words().withOrigin} checked={named()} onChange={setNamed} />
              </Show>
            </>
          )}
        </Match>
        <Match when={true}>
          <ProgressBar
            label={t().analytics.reading.inProgress}
            value={progress() === undefined ? undefined : Math.round((progress() ?? 0) * 100)}
          />
        </Match>
      </Switch>
    </FormDialog>
  );
}
