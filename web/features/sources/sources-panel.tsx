import IconPlus from "~icons/lucide/plus";
import { useNavigate } from "@solidjs/router";
import { createEffect, createSignal, on, Show } from "solid-js";
import { handOver } from "#web/features/analytics/current-library.ts";
import { FileInput } from "#web/features/analytics/list/file-input.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { session } from "#web/lib/session.ts";
import { OwnDataOffers } from "#web/features/own-data/own-data-offers.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AlsoAvailable } from "./also-available.tsx";
import { SourceCard } from "./source-card.tsx";
import type { Sources } from "./use-sources.ts";

const may = () => session.can("analytics.write");

/**
 * The data of a workspace: each source with its columns, then what could be added. `onInsert` takes the name of a column that was
 * picked, quoted for SQL.
 */
export function SourcesPanel(props: {
  workspaceId: string;
  sources: Sources;
  /** The source that is open at first; the first one unless told. */
  open?: string | undefined;
  onInsert?: ((text: string) => void) | undefined;
}) {
  const t = useTexts();
  const words = () => t().workspaces.sources;
  const navigate = useNavigate();
  let input: HTMLInputElement | undefined;
  const [opened, setOpened] = createSignal<string>();
  // Another person's new source opens nothing here.
  createEffect(
    on([() => props.open, () => props.sources.all()[0]?.id], ([asked, first]) => {
      if (asked !== undefined) setOpened(asked);
      else if (opened() === undefined) setOpened(first);
    }),
  );
  const bring = (file: File) => {
    handOver.put(file);
    navigate(`/analytics/import?workspace=${props.workspaceId}`);
  };
  return (
    <div class="flex flex-col gap-5 p-3">
      <section aria-labelledby={`data-${props.workspaceId}`}>
        <div class="mb-1.5 flex h-7 items-center justify-between pl-1">
          <h2 id={`data-${props.workspaceId}`} class="text-small font-medium text-ink-2">
            {words().title}
          </h2>
          <Show when={may()}>
            <FileInput
              ref={(element) => (input = element)}
              onFile={bring}
              testId="source-file"
              several
            />
            <IconButton
              size="sm"
              icon={IconPlus}
              label={words().add}
              onClick={() => input?.click()}
            />
          </Show>
        </div>
        <QueryView query={props.sources.query}>
          {(list) => (
            <Show
              when={list().length > 0}
              fallback={
                <p class="rounded-card border border-dashed border-line-2 p-3 text-small text-ink-2">
                  {t().workspaces.page.noSourcesBody}
                </p>
              }
            >
              <ul class="flex flex-col gap-2">
                <EachById items={list()}>
                  {(source) => (
                    <SourceCard
                      source={source()}
                      sources={props.sources}
                      open={opened() === source().id}
                      onToggle={() => setOpened((now) => (now === source().id ? "" : source().id))}
                      onInsert={props.onInsert}
                      onBring={() => input?.click()}
                    />
                  )}
                </EachById>
              </ul>
            </Show>
          )}
        </QueryView>
      </section>
      <Show when={may()}>
        <AlsoAvailable
          workspaceId={props.workspaceId}
          sources={props.sources}
          onAdded={setOpened}
        />
        <OwnDataOffers
          workspaceId={props.workspaceId}
          sources={props.sources}
          onAdded={setOpened}
        />
      </Show>
    </div>
  );
}
