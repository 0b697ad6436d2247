import IconClose from "~icons/lucide/x";
import { useNavigate } from "@solidjs/router";
import { emptyQuery } from "#domain/analytics/builder/model.ts";
import type { ColumnProfile } from "#domain/analytics/profile.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { draftPlace, drafts, draftScope } from "#web/features/analytics/build/drafts.ts";
import { createOverview } from "#web/features/analytics/overview/overview-state.ts";
import { OverviewView } from "#web/features/analytics/overview/overview-view.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { AnsweredSuggestions } from "./answered-suggestions.tsx";
import { CutNote } from "./cut-note.tsx";
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
  const load = () => sources.load(source);
  const overview = createOverview({
    table,
    title,
    profiles,
    rows,
    keeper,
    place: { workspaceId },
    load,
  });
  const openSql = async (sql: string) => {
    const place = draftPlace(workspaceId, undefined);
    await drafts.write(draftScope(), place, { query: emptyQuery(table), sql });
    navigate(`/analytics/w/${workspaceId}/build?sql=1`);
  };
  return (
    <div class="flex flex-col gap-3">
      <CutNote sources={sources} of={[source]} />
      <AnsweredSuggestions
        workspaceId={workspaceId}
        keeper={keeper}
        sources={[{ table, title, columns: profiles }]}
      />
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
          onOpen={(sql) => void openSql(sql)}
        />
      </div>
    </div>
  );
}
