import IconBuild from "~icons/lucide/blocks";
import IconClose from "~icons/lucide/x";
import { useNavigate } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { draftPlace, drafts, draftScope } from "#web/features/analytics/build/drafts.ts";
import type { BuildDoc } from "#web/features/analytics/build/build-state.ts";
import { createOverview } from "#web/features/analytics/overview/overview-state.ts";
import { OverviewView } from "#web/features/analytics/overview/overview-view.tsx";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { Starters } from "#web/features/analytics/suggest/starters.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { Sources } from "./use-sources.ts";

/** What a source of a workspace holds, with questions to begin with and their answer in place. */
export function SourceOverview(props: {
  source: SourceView;
  sources: Sources;
  rows: number;
  profiles: readonly ColumnProfile[];
  onClose: () => void;
}) {
  const t = useTexts();
  const navigate = useNavigate();
  // The view is made anew for another source, and for another reading of it.
  // oxlint-disable solid/reactivity
  const { source, sources, rows, profiles } = props;
  // oxlint-enable solid/reactivity
  const { workspaceId, table, title } = source;
  const keeper = sources.keeper();
  const place = { workspaceId };
  const load = () => sources.load(source);
  const overview = createOverview({ table, title, profiles, rows, keeper, place, load });
  const query = createQuery({ keeper }, () => undefined);
  const [asked, setAsked] = createSignal<Suggestion>();
  const asks = [{ table, title, columns: profiles }];
  const choose = (one: Suggestion) => {
    setAsked(one);
    void query.run(one.sql);
  };
  const goOn = async (doc: BuildDoc & { sql?: string }) => {
    await drafts.write(draftScope(), draftPlace(workspaceId, undefined), doc);
    navigate(`/analytics/w/${workspaceId}/build${doc.sql === undefined ? "" : "?sql=1"}`);
  };
  return (
    <div class="flex flex-col gap-3">
      <Starters keeper={keeper} sources={asks} onChoose={choose} />
      <Show when={query.error()}>
        {(failure) => <QueryError failure={failure()} dataSet={{ table, profiles }} />}
      </Show>
      <Show when={asked() && query.answer()}>
        {(answer) => (
          <div class="flex flex-col gap-2" aria-busy={query.running()}>
            <ResultCard
              answer={answer()}
              fileName={title}
              title={asked()?.question}
              keeper={keeper}
              place={place}
            />
            <Button
              class="self-start"
              icon={IconBuild}
              onClick={() => void goOn({ query: asked()?.query ?? emptyQuery(table) })}
            >
              {t().analyticsBuild.openBuilt}
            </Button>
          </div>
        )}
      </Show>
      <div class="-mx-4">
        <OverviewView
          overview={overview}
          title={t().analyticsOverview.titleOf(title)}
          actions={
            <IconButton
              quiet
              icon={IconClose}
              label={t().analyticsOverview.close}
              onClick={() => props.onClose()}
            />
          }
          onOpen={(sql) => void goOn({ query: emptyQuery(table), sql })}
        />
      </div>
    </div>
  );
}
