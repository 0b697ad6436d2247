import { useParams, useSearchParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Match, Show, Switch } from "solid-js";
import { currentLibrary } from "#web/features/analytics/current-library.ts";
import { EditView } from "#web/features/analytics/edit/edit-view.tsx";
import { sharedTarget } from "#web/features/analytics/edit/shared-target.ts";
import { deviceTarget } from "#web/features/analytics/edit/target.ts";
import { useEngineWord } from "#web/features/analytics/engine-word.ts";
import { Refusal } from "#web/features/analytics/import/refusal.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { usePage } from "#web/lib/page.tsx";
import { ProblemState } from "#web/lib/problem-state.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createResource } from "#web/lib/resource.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** How a kept file is read, and its steps, to be changed: one of this device (`ds_`), or one that was shared (`src_`). */
export function EditPage() {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().analytics;
  const params = useParams<{ id: string }>();
  const [search] = useSearchParams<{ workspace?: string }>();
  const library = currentLibrary();
  useEngineWord();
  const [target, { refetch }] = createResource(
    () => params.id,
    (id) =>
      id.startsWith("src_")
        ? sharedTarget(library, queries, id)
        : deviceTarget(library, queries, id, (error) =>
            toasts.show({ text: say(error), tone: "bad" }),
          ),
  );
  const place = () => search.workspace?.startsWith("wsp_") && search.workspace;
  const back = () => (place() ? `/analytics/w/${place()}` : `/analytics/${params.id}`);
  const name = () => (target.error ? undefined : target.latest?.dataSet.fileName);
  const title = () => words().files.editTitle(name() ?? "…");
  usePage(() => ({
    title: title(),
    trail: [
      { label: words().title, href: "/analytics" },
      { label: name() ?? "…", href: back() },
    ],
  }));
  return (
    <>
      <h1 class="sr-only">{title()}</h1>
      <Switch>
        <Match when={target.error as unknown}>
          {(error) => (
            <Show
              when={error() instanceof ApiProblem}
              fallback={<Refusal error={error()} size={0} actions={<></>} />}
            >
              <ProblemState error={error()} onRetry={() => void refetch()} at={Date.now()} />
            </Show>
          )}
        </Match>
        <Match when={target.loading}>
          <div class="mx-auto flex h-full max-w-80 flex-col justify-center gap-2 p-6">
            <ProgressBar label={words().reading.inProgress} />
          </div>
        </Match>
        <Match when={target() === null}>
          <EmptyState title={words().dataSet.missing} body={words().dataSet.missingBody} />
        </Match>
        <Match when={target()} keyed>
          {(found) => <EditView library={library} target={found} back={back()} />}
        </Match>
      </Switch>
    </>
  );
}
