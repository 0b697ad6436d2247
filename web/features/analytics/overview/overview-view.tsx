import IconRefresh from "~icons/lucide/refresh-cw";
import IconStop from "~icons/lucide/square";
import { For, Match, onMount, Show, Switch, type JSX } from "solid-js";
import { seconds } from "#web/features/analytics/seconds.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { OverviewCard } from "./overview-card.tsx";
import type { Overview } from "./overview-state.ts";

/** What is in a file, without a question: computed part by part, stopped when one wants. */
export function OverviewView(props: {
  overview: Overview;
  /** Instead of what a file is told to hold. */
  title?: string | undefined;
  /** What else may be done with it, at the end of the head. */
  actions?: JSX.Element;
  onOpen: (sql: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analyticsOverview;
  const title = () => props.title ?? words().title;
  const start = () => void props.overview.run(words().names);
  onMount(() => props.overview.state() === "idle" && start());
  const done = () => props.overview.answers().length;
  const planned = () => props.overview.planned();
  return (
    <section class="mx-auto flex w-full max-w-300 flex-col gap-4 p-4" aria-label={title()}>
      <header class="flex min-h-8 flex-wrap items-center gap-x-3 gap-y-1.5">
        <h2 class="text-lead font-semibold break-words">{title()}</h2>
        <div
          class="flex min-w-0 flex-1 items-center gap-3 phone:order-last phone:basis-full"
          aria-live="polite"
        >
          <Switch>
            <Match when={props.overview.state() === "running"}>
              <div class="min-w-24 flex-1">
                <ProgressBar
                  label={words().progress(f().number(done()), f().number(planned()))}
                  value={Math.round((done() / Math.max(1, planned())) * 100)}
                />
              </div>
              <Button size="sm" icon={IconStop} onClick={() => props.overview.stop()}>
                {words().stop}
              </Button>
            </Match>
            <Match when={props.overview.state() === "stopped"}>
              <p class="flex-1 text-small text-ink-3">{words().stopped}</p>
              <Button size="sm" icon={IconRefresh} onClick={start}>
                {words().again}
              </Button>
            </Match>
            <Match when={props.overview.state() === "done" && done() > 0}>
              <p class="num text-small text-ink-3">
                {words().done(f().number(done()), seconds(props.overview.ms(), f()))}
              </p>
            </Match>
          </Switch>
        </div>
        <div class="flex gap-1.5 phone:ml-auto">{props.actions}</div>
      </header>
      <Show when={props.overview.error()}>
        <ErrorState
          title={t().analytics.engine.lost}
          body={t().analytics.engine.lostBody}
          onRetry={start}
        />
      </Show>
      <Show
        when={props.overview.of.rows > 0}
        fallback={<EmptyState title={words().nothing} body={words().nothingBody} />}
      >
        <div class="grid grid-cols-1 items-start gap-x-4 gap-y-6 xl:grid-cols-2">
          <For each={props.overview.answers()}>
            {(answer) => (
              <OverviewCard answer={answer} of={props.overview.of} onOpen={props.onOpen} />
            )}
          </For>
        </div>
      </Show>
    </section>
  );
}
