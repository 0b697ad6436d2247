import { useLocation, useNavigate, useParams } from "@solidjs/router";
import { createSignal, Match, Switch } from "solid-js";
import { currentLibrary, handOver } from "#web/features/analytics/current-library.ts";
import { DataSetView } from "#web/features/analytics/data-set/data-set-view.tsx";
import { useEngineWord } from "#web/features/analytics/engine-word.ts";
import { FileChanges } from "#web/features/analytics/data-set/file-changes.tsx";
import { Refusal } from "#web/features/analytics/import/refusal.tsx";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { FileDrop } from "#web/features/analytics/list/file-drop.tsx";
import { CopiesBehind } from "#web/features/sources/copies-behind.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { FileToWorkspace } from "#web/features/workspaces/file-to-workspace.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { createResource } from "#web/lib/resource.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";

/** One file: found on this device, read again when the engine does not hold it, then open to questions. */
export function DataSetPage() {
  const t = useTexts();
  const words = () => t().analytics;
  const navigate = useNavigate();
  const params = useParams<{ id: string }>();
  const location = useLocation();
  const library = currentLibrary();
  useEngineWord();
  const [progress, setProgress] = createSignal<number>();
  const [loaded, { refetch }] = createResource(
    // A change that was undone comes back to the same address.
    () => ({ id: params.id, state: location.state }),
    async ({ id }) => {
      const dataSet = await library.find(id);
      if (dataSet === undefined) return null;
      await library.load(dataSet, { onProgress: setProgress });
      return dataSet;
    },
  );
  const [known, { refetch: refetchKnown }] = createResource(
    () => params.id,
    (id) => library.find(id).catch(() => undefined),
  );
  const title = () => known.latest?.fileName ?? words().title;
  usePage(() => ({
    title: title(),
    trail: [{ label: words().title, href: "/analytics" }],
  }));
  const replace = (file: File) => {
    handOver.put(file);
    navigate("/analytics/import");
  };
  const percent = () => {
    const share = progress();
    return share === undefined ? undefined : Math.round(share * 100);
  };
  return (
    <>
      <h1 class="sr-only">{title()}</h1>
      <FileDrop onFile={replace} />
      <Switch>
        <Match when={loaded.error as unknown}>
          {(error) => (
            <Refusal
              error={error()}
              size={known.latest?.size ?? 0}
              onRetry={() => void refetch()}
              actions={<FileButton kind="secondary" onFile={replace} />}
            />
          )}
        </Match>
        <Match when={loaded.loading}>
          <div class="mx-auto flex h-full max-w-80 flex-col justify-center gap-2 p-6">
            <p class="text-small text-ink-2" role="status">
              {words().engine.loading(known.latest?.fileName ?? "")}
            </p>
            <ProgressBar
              label={words().engine.loading(known.latest?.fileName ?? "")}
              value={percent()}
            />
          </div>
        </Match>
        <Match when={loaded() === null}>
          <EmptyState
            title={words().dataSet.missing}
            body={words().dataSet.missingBody}
            actions={<FileButton onFile={replace} />}
          />
        </Match>
        <Match when={loaded()} keyed>
          {(dataSet) => (
            <>
              <PageActions>
                <FileChanges
                  library={library}
                  dataSet={dataSet}
                  onChanged={() => {
                    void refetchKnown();
                    void refetch();
                  }}
                />
                <FileToWorkspace dataSet={dataSet} />
              </PageActions>
              <CopiesBehind dataSet={dataSet} />
              <DataSetView library={library} dataSet={dataSet} />
            </>
          )}
        </Match>
      </Switch>
    </>
  );
}
