import IconFile from "~icons/lucide/file-spreadsheet";
import IconPlus from "~icons/lucide/plus";
import { useQueryClient } from "@tanstack/solid-query";
import { createResource, For, Show } from "solid-js";
import type { DataSet } from "#domain/analytics/data-set.ts";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { addDeviceSource } from "./add-device-source.ts";
import { findOnDevice } from "./find-on-device.ts";
import type { Sources } from "./use-sources.ts";

/** Files of this device that the workspace does not hold yet, each one click away. */
export function AlsoAvailable(props: {
  workspaceId: string;
  sources: Sources;
  onAdded: (id: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces.sources;
  const [files] = createResource(() =>
    currentLibrary()
      .list()
      .catch(() => []),
  );
  const left = () =>
    (files.latest ?? []).filter(
      (dataSet) =>
        !props.sources.all().some(
          (source) =>
            source.kind === "device" &&
            findOnDevice([dataSet], {
              columns: source.columns,
              fileName: source.details.fileName,
            }),
        ),
    );
  const submit = createSubmit(async (dataSet: DataSet) => {
    const { id } = await addDeviceSource(queries, dataSet, props.workspaceId);
    toasts.show({ text: words().added(dataSet.fileName), tone: "ok" });
    props.onAdded(id);
  });
  const add = async (dataSet: DataSet) => {
    if (!(await submit.run(dataSet)) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <Show when={props.sources.query.isSuccess && left().length > 0}>
      <section aria-labelledby={`more-${props.workspaceId}`}>
        <h2 id={`more-${props.workspaceId}`} class="mb-1 pl-1 text-small font-medium text-ink-2">
          {words().available}
        </h2>
        <ul>
          <For each={left()}>
            {(dataSet) => (
              <li>
                <button
                  type="button"
                  class="group flex h-8 w-full items-center gap-2 rounded-2 px-2 text-left hover:bg-hover disabled:text-ink-off phone:h-11"
                  aria-label={words().addOne(dataSet.fileName)}
                  disabled={submit.pending()}
                  onClick={() => void add(dataSet)}
                >
                  <Icon of={IconFile} size={14} class="shrink-0 text-ink-3" />
                  <span class="min-w-0 flex-1 truncate">{dataSet.fileName}</span>
                  <span class="num text-small text-ink-3">{f().bytes(dataSet.size)}</span>
                  <Icon of={IconPlus} size={14} class="text-ink-3" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
