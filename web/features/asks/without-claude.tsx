import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useWorkspaceTables } from "#web/features/analytics/build/workspace-tables.ts";
import { SuggestBox } from "#web/features/analytics/suggest/suggest-box.tsx";
import { AnsweredSuggestions } from "#web/features/sources/answered-suggestions.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** Why nobody can ask Claude here, and questions that are answered without. */
export function WithoutClaude(props: {
  workspaceId: string;
  sources: Sources;
  title: string;
  body: string;
}) {
  const t = useTexts();
  return (
    <div class="h-full overflow-y-auto">
      <EmptyState
        class="pb-6"
        title={props.title}
        body={props.body}
        actions={
          <A href={`/analytics/w/${props.workspaceId}/build`} class={buttonClass("primary")}>
            {t().analyticsBuild.title}
          </A>
        }
      />
      <Show when={props.sources.all().length > 0}>
        <Offered workspaceId={props.workspaceId} sources={props.sources} />
      </Show>
    </div>
  );
}

function Offered(props: { workspaceId: string; sources: Sources }) {
  const { language } = useLocale();
  // The view is made anew for another workspace.
  // oxlint-disable-next-line solid/reactivity
  const around = useWorkspaceTables(() => props.workspaceId, props.sources, language);
  return (
    <Show when={around.tables().length > 0}>
      <div class="mx-auto flex w-full max-w-180 flex-col gap-3 px-4 pb-6">
        <AnsweredSuggestions
          workspaceId={props.workspaceId}
          keeper={props.sources.keeper()}
          sources={around.suggestSources()}
          field={(choose) => (
            <SuggestBox
              keeper={props.sources.keeper()}
              sources={around.suggestSources()}
              joins={around.saidKeys()}
              onChoose={choose}
            />
          )}
        />
      </div>
    </Show>
  );
}
