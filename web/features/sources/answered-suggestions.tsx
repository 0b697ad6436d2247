import IconBuild from "~icons/lucide/blocks";
import { useNavigate } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import type { SuggestSource } from "#domain/analytics/suggest/source.ts";
import type { Suggestion } from "#domain/analytics/suggest/suggest.ts";
import type { BuildRequest } from "#web/features/analytics/build/build-request.ts";
import type { EngineKeeper } from "#web/features/analytics/engine/keeper.ts";
import { QueryError } from "#web/features/analytics/query/query-error.tsx";
import { createQuery } from "#web/features/analytics/query/query-state.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { Starters } from "#web/features/analytics/suggest/starters.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";

/** Questions to begin with that are found without a model, and the answer to one of them in place, from which it goes on in the builder. */
export function AnsweredSuggestions(props: {
  workspaceId: string;
  keeper: EngineKeeper;
  sources: readonly SuggestSource[];
  /** Above the questions: a field that offers others. */
  field?: (choose: (suggestion: Suggestion) => void) => JSX.Element;
}) {
  const t = useTexts();
  const navigate = useNavigate();
  // The view is made anew for another workspace, whose engine is another.
  // oxlint-disable-next-line solid/reactivity
  const { keeper } = props;
  const query = createQuery({ keeper }, () => undefined);
  /** By their text, which an answer and a failure tell too. */
  const asked = new Map<string, Suggestion>();
  const choose = (one: Suggestion) => {
    asked.set(one.sql, one);
    void query.run(one.sql);
  };
  const sourceOf = (sql: string) =>
    props.sources.find(({ table }) => table === asked.get(sql)?.query.table);
  const build = (sql: string) => {
    const state: BuildRequest = { query: asked.get(sql)?.query };
    navigate(`/analytics/w/${props.workspaceId}/build`, { state });
  };
  return (
    <>
      {props.field?.(choose)}
      <Starters keeper={keeper} sources={props.sources} onChoose={choose} />
      <Show when={query.error()}>
        {(failure) => (
          <QueryError
            failure={failure()}
            dataSet={{
              table: sourceOf(failure().sql)?.table ?? "",
              profiles: sourceOf(failure().sql)?.columns ?? [],
            }}
          />
        )}
      </Show>
      <Show when={query.answer()}>
        {(answer) => (
          <div class="flex flex-col gap-2" aria-busy={query.running()}>
            <ResultCard
              answer={answer()}
              fileName={sourceOf(answer().sql)?.title ?? ""}
              title={asked.get(answer().sql)?.question}
              keeper={keeper}
              place={{ workspaceId: props.workspaceId }}
            />
            <Button class="self-start" icon={IconBuild} onClick={() => build(answer().sql)}>
              {t().analyticsBuild.openBuilt}
            </Button>
          </div>
        )}
      </Show>
    </>
  );
}
