import { useParams } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import { useSources } from "#web/features/sources/use-sources.ts";
import { workspaceQuery } from "#web/features/workspaces/queries.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { usePage } from "#web/lib/page.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { ModelEditor } from "./model-editor.tsx";
import { semanticQuery } from "./queries.ts";

/** What a workspace means by its figures. */
export function ModelPage() {
  const t = useTexts();
  const words = () => t().semantic;
  const params = useParams<{ workspace: string }>();
  const queries = useQueryClient();
  const workspace = useQuery(() => workspaceQuery(params.workspace));
  const layer = useQuery(() => semanticQuery(params.workspace));
  const sources = useSources(() => params.workspace);
  onLive("semantic", () => void queries.invalidateQueries({ queryKey: ["semantic"] }));
  usePage(() => ({
    title: words().title,
    trail: [
      { label: t().workspaces.title, href: "/analytics" },
      ...(workspace.data
        ? [{ label: workspace.data.title, href: `/analytics/w/${params.workspace}` }]
        : []),
    ],
  }));
  return (
    <div class="mx-auto w-full max-w-200 px-6 py-5 phone:px-4 phone:pt-3 phone:pb-24">
      <h1 class="text-title font-semibold">{words().title}</h1>
      <p class="mb-4 text-ink-2">{words().lead}</p>
      <QueryView query={workspace}>
        {(space) => (
          // A first answer without a model is data as well: what is shown hangs on whether it has come.
          <Show
            when={layer.isSuccess && sources.query.isSuccess}
            fallback={<Waiting layer={layer} sources={sources.query} />}
          >
            <ModelEditor
              workspaceId={params.workspace}
              layer={layer.data ?? null}
              sources={sources}
              canWrite={space().can.write}
            />
          </Show>
        )}
      </QueryView>
    </div>
  );
}

/** What is still on its way, or could not be read: the model before the data that it names. */
function Waiting(props: { layer: Shown<unknown>; sources: Shown<unknown> }) {
  return (
    <QueryView query={props.layer.error ? props.layer : props.sources}>{() => null}</QueryView>
  );
}
