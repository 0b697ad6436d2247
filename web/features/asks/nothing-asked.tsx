import IconOpen from "~icons/lucide/layers";
import IconPlus from "~icons/lucide/plus";
import { A, useNavigate } from "@solidjs/router";
import { Match, Show, Switch } from "solid-js";
import { handOver } from "#web/features/analytics/current-library.ts";
import { FileInput } from "#web/features/analytics/list/file-input.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button, buttonClass } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { OfferedQuestions } from "./offered-questions.tsx";

/** Before the first question: what can be asked of these data, or the way to some where there are none. */
export function NothingAsked(props: {
  workspaceId: string;
  sources: Sources;
  /** May add data to the workspace. */
  canAdd: boolean;
  onAsk: (question: string) => void;
}) {
  const t = useTexts();
  const words = () => t().asks.empty;
  const navigate = useNavigate();
  let input: HTMLInputElement | undefined;
  const none = () => props.sources.query.data !== undefined && props.sources.all().length === 0;
  return (
    <Switch>
      <Match when={none()}>
        <EmptyState
          title={words().noSources}
          body={props.canAdd ? words().noSourcesBody : words().noSourcesRead}
          actions={
            <Show when={props.canAdd}>
              <FileInput
                ref={(element) => (input = element)}
                testId="ask-file"
                several
                onFile={(file) => {
                  handOver.put(file);
                  navigate(`/analytics/import?workspace=${props.workspaceId}`);
                }}
              />
              <Button kind="primary" icon={IconPlus} onClick={() => input?.click()}>
                {words().addFile}
              </Button>
              <A href={`/analytics/w/${props.workspaceId}`} class={buttonClass("secondary")}>
                <Icon of={IconOpen} /> {words().addOther}
              </A>
            </Show>
          }
        />
      </Match>
      <Match when={!none()}>
        <EmptyState class="pb-6" title={words().title} body={words().body} />
        <OfferedQuestions
          workspaceId={props.workspaceId}
          sources={props.sources}
          title={words().begin}
          text=""
          onAsk={(question) => props.onAsk(question)}
        />
      </Match>
    </Switch>
  );
}
