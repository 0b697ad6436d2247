import IconWarn from "~icons/lucide/triangle-alert";
import { createResource, createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { Refusal } from "#web/features/analytics/import/refusal.tsx";
import type { Library } from "#web/features/analytics/library.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { findChange, type FoundChange } from "./change-file.ts";

export type ChangeMode = "replace" | "append";

/** What another file changes of a data set, shown before it happens. */
export function ChangeDialog(props: {
  library: Library;
  dataSet: DataSet;
  file: File;
  mode: ChangeMode;
  onChanged: (dataSet: DataSet) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
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
      onProgress: setProgress,
      nameOf: (position) => t().analytics.column.unnamed(position),
    }),
  );
  const ready = () => (found.error ? undefined : found());
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
      props.onChanged(
        props.mode === "replace"
          ? await library.replace(dataSet, file, change.reading)
          : await library.append(dataSet, file, change.reading, origin),
      );
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
      ready={ready() !== undefined && rows() > 0}
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
              <Changed change={change()} />
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

const names = (columns: readonly { name: string }[]): string =>
  columns.map(({ name }) => name).join(", ");

function Changed(props: { change: FoundChange }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.files;
  const lines = () => {
    const { added, gone, retyped } = props.change.changes;
    return [
      ...(added.length > 0 ? [words().added(names(added))] : []),
      ...(gone.length > 0 ? [words().gone(names(gone))] : []),
      ...retyped.map(({ name, from, to }) =>
        words().retyped(name, t().analytics.kinds[from], t().analytics.kinds[to]),
      ),
    ];
  };
  return (
    <>
      <p class="num">
        {words().rowsRead(props.change.rows, f().number(props.change.rows))}
        <Show when={props.change.rejected > 0}>
          {" · "}
          {t().analytics.rejects.title(props.change.rejected, f().number(props.change.rejected))}
        </Show>
      </p>
      <Show when={lines().length > 0} fallback={<p class="text-ok">{words().sameColumns}</p>}>
        <ul class="flex flex-col gap-1" aria-label={words().changedColumns}>
          <For each={lines()}>{(line) => <li class="break-words">{line}</li>}</For>
        </ul>
      </Show>
      <Show when={props.change.asked.length > 0}>
        <p class="flex items-start gap-1.5 text-warn">
          <Icon of={IconWarn} size={14} class="mt-0.5" />
          <span>{words().asked(props.change.asked.join(", "))}</span>
        </p>
      </Show>
    </>
  );
}
