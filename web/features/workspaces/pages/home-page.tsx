import IconDatabase from "~icons/lucide/database";
import IconPlus from "~icons/lucide/plus";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, onMount, Show } from "solid-js";
import { currentLibrary, handOver, preload } from "#web/features/analytics/current-library.ts";
import { FileButton } from "#web/features/analytics/list/file-button.tsx";
import { FileDrop } from "#web/features/analytics/list/file-drop.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { PageActions, usePage } from "#web/lib/page.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { createResource } from "#web/lib/resource.ts";
import { session } from "#web/lib/session.ts";
import { onShortcuts } from "#web/lib/shortcuts.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { CreateWorkspace } from "#web/features/workspaces/create-workspace.tsx";
import { DeviceFiles } from "#web/features/workspaces/device-files.tsx";
import { FirstTime } from "#web/features/workspaces/first-time.tsx";
import { RecentWork } from "#web/features/workspaces/recent-work.tsx";
import { refreshWorkspaces, workspacesQuery } from "#web/features/workspaces/queries.ts";
import { WorkspaceGrid } from "#web/features/workspaces/workspace-grid.tsx";

const may = () => session.can("analytics.write");

/** The organization's workspaces and the files of this device; at first, one sentence and a place to drop a file. */
export function HomePage() {
  const t = useTexts();
  const words = () => t().workspaces;
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [creating, setCreating] = createSignal(false);
  usePage(() => ({ title: words().title }));
  onMount(preload);
  const spaces = useInfiniteQuery(() => ({
    ...workspacesQuery(undefined),
    enabled: session.can("analytics.read"),
  }));
  // Its questions and dashboards go and come back with it, without a word of their own.
  onLive("workspaces", () => void refreshWorkspaces(queries));
  for (const topic of ["sources", "questions", "dashboards"])
    onLive(topic, () => {
      void queries.invalidateQueries({ queryKey: ["workspaces"] });
      void queries.invalidateQueries({ queryKey: [topic] });
    });
  const [files, { refetch }] = createResource(() => currentLibrary().list());
  const kept = () => (files.error ? [] : (files.latest ?? []));
  const bring = (file: File) => {
    handOver.put(file);
    navigate(creating() ? "/analytics/import?workspace=new" : "/analytics/import");
  };
  onShortcuts(() => (may() ? { c: () => setCreating(true) } : {}));
  const none = () =>
    files.state !== "pending" &&
    !files.error &&
    kept().length === 0 &&
    (!session.can("analytics.read") ||
      (spaces.isSuccess && spaces.data.pages.every(({ items }) => items.length === 0)));
  const create = () => (
    <Button icon={IconPlus} kbd="C" onClick={() => setCreating(true)}>
      {words().new}
    </Button>
  );
  /** In the bar of a phone there is room for its icon alone. */
  const databases = (name?: string) => (
    <Show when={session.can("analytics.connect")}>
      <Button
        icon={IconDatabase}
        aria-label={t().connections.title}
        onClick={() => navigate("/analytics/connections")}
      >
        <span class={name}>{t().connections.title}</span>
      </Button>
    </Show>
  );
  return (
    <>
      <h1 class="sr-only">{words().title}</h1>
      <FileDrop onFile={bring} />
      <Show when={creating()}>
        <CreateWorkspace onFile={bring} onClose={() => setCreating(false)} />
      </Show>
      <Show
        when={!none()}
        fallback={
          <FirstTime
            onFile={bring}
            more={
              <>
                <Show when={may()}>{create()}</Show>
                {databases()}
              </>
            }
          />
        }
      >
        <PageActions>
          {databases("phone:hidden")}
          <Show when={may()}>{create()}</Show>
          <FileButton onFile={bring} />
        </PageActions>
        <div class="mx-auto flex w-full max-w-250 flex-col gap-8 px-6 py-5 phone:px-4 phone:pt-3 phone:pb-24">
          <Show when={session.can("analytics.read")}>
            <WorkspaceGrid list={spaces} />
            <RecentWork />
          </Show>
          <Show
            when={!files.error}
            fallback={
              <ErrorState
                title={t().analytics.list.unreadable}
                body={t().analytics.list.unreadableBody}
                onRetry={() => void refetch()}
              />
            }
          >
            <DeviceFiles files={kept()} onChange={() => void refetch()} />
          </Show>
        </div>
      </Show>
    </>
  );
}
