import IconNew from "~icons/lucide/plus";
import IconShield from "~icons/lucide/shield-check";
import { A } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { AskConversation } from "#domain/asks/history.ts";
import type { WorkspaceView } from "#domain/workspaces/model.ts";
import { PinButton } from "#web/features/dashboards/pin/pin-button.tsx";
import { QuestionsList } from "#web/features/questions/questions-list.tsx";
import { CutNote } from "#web/features/sources/cut-note.tsx";
import { SourcesPanel } from "#web/features/sources/sources-panel.tsx";
import { useUnreadTables } from "#web/features/sources/use-unread-tables.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { openStream } from "#web/lib/api.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { PageActions } from "#web/lib/page.tsx";
import { buttonClass } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { createAsk } from "./create-ask.ts";
import { HistoryPanel } from "./history-panel.tsx";
import type { AskDeps } from "./ask-machine.ts";
import { ExchangeView } from "./exchange-view.tsx";
import { titleOf } from "./exchange.ts";
import { NothingAsked } from "./nothing-asked.tsx";
import { OfferedQuestions } from "./offered-questions.tsx";
import { QuestionBar } from "./question-bar.tsx";
import { isOneFile, rowsSent, SentPanel } from "./sent-panel.tsx";
import { SourcesNote } from "./sources-note.tsx";
import { useKept } from "./use-kept.ts";
import { useAskSources } from "./use-ask-sources.ts";

const post: AskDeps["post"] = (body, signal) => openStream("/ai/query", body, signal);

/** `claude-sonnet-5-5` is Sonnet 5.5; another name stays as it is. */
function shortName(model: string): string {
  const [, family = "", major, minor] = /^claude-([a-z]+)-(\d+)-(\d{1,2})(?:-|$)/.exec(model) ?? [];
  return family === "" ? model : `${family[0]?.toUpperCase()}${family.slice(1)} ${major}.${minor}`;
}

/** The page where one asks: data at the left, the conversation, what was sent at the right. */
export function AskView(props: {
  workspace: WorkspaceView;
  sources: Sources;
  model: string;
  /** A question to put into the bar at first. */
  first?: string | undefined;
  /** A conversation that was begun before, to be gone on with. */
  conversation?: AskConversation | undefined;
  /** Told of the id of the conversation that is begun here. */
  onBegun: (id: string) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { language } = useLocale();
  const queries = useQueryClient();
  const words = () => t().asks;
  const phone = createMediaQuery("(width < 40rem)");
  const wide = createMediaQuery("(width >= 75rem)");
  // oxlint-disable solid/reactivity
  const usable = useAskSources(props.sources);
  const unread = useUnreadTables(props.sources);
  // oxlint-enable solid/reactivity
  const ask = createAsk({
    workspaceId: () => props.workspace.id,
    language,
    sources: usable.ready,
    keeper: () => props.sources.keeper(),
    post,
    // oxlint-disable-next-line solid/reactivity
    begun: props.onBegun,
  });
  // oxlint-disable-next-line solid/reactivity
  if (props.conversation) ask.open(props.conversation);
  // oxlint-disable-next-line solid/reactivity
  const kept = useKept(() => props.workspace.id, props.sources);
  const [panel, setPanel] = createSignal(wide());
  // Beside the answer where there is room; it would lie over it on a screen that became narrow.
  createEffect(on(wide, (now) => setPanel(now), { defer: true }));
  const [given, setGiven] = createSignal<{ text: string } | undefined>(
    // oxlint-disable-next-line solid/reactivity
    props.first === undefined ? undefined : { text: props.first },
  );
  let scroller: HTMLDivElement | undefined;
  let talk: HTMLDivElement | undefined;
  const last = () => ask.exchanges.at(-1);
  const busy = () => ["working", "asking", "consenting"].includes(last()?.state ?? "");
  const name = () => {
    const [first, ...others] = usable.ready();
    return others.length === 0 && first ? first.name : props.workspace.title;
  };
  const showNewest = (fromTop: boolean) =>
    // The list alone is scrolled: `scrollIntoView` would push the page under the bar of the top too.
    requestAnimationFrame(() => {
      const newest = talk?.lastElementChild;
      if (!scroller || !newest) return;
      const above = newest.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
      if (fromTop) scroller.scrollTop += above - 8;
      else scroller.scrollTop = scroller.scrollHeight;
    });
  // What waits for the person is in sight, and an answer from its question on.
  createEffect(
    on(
      () => [ask.exchanges.length, last()?.state, last()?.draft === ""],
      ([, state]) => showNewest(state === "answered"),
      { defer: true },
    ),
  );
  /** A question that was asked before its data were read. */
  const [queued, setQueued] = createSignal<string>();
  const ready = () => usable.ready().length > 0 && !usable.loading();
  createEffect(
    on(ready, (now) => {
      if (now && props.conversation) void ask.draw();
    }),
  );
  createEffect(() => {
    const question = queued();
    if (question === undefined || !ready()) return;
    setQueued(undefined);
    void ask.ask(question);
  });
  createEffect(
    on(
      () => last()?.state,
      (state) => {
        if (state === "answered") void queries.invalidateQueries({ queryKey: ["asks"] });
      },
      { defer: true },
    ),
  );
  const sentLabel = () => words().sent.open;
  return (
    <div class="flex h-full min-h-0">
      <PageActions>
        <Show when={!phone() && last()?.result}>
          {(result) => (
            <PinButton
              words={words().pin}
              place={{ workspaceId: props.workspace.id }}
              pinned={{ title: titleOf(last()!), ...result() }}
            />
          )}
        </Show>
      </PageActions>
      <aside
        aria-label={t().workspaces.sources.title}
        class="w-58 shrink-0 overflow-y-auto border-r border-line bg-canvas max-[64rem]:hidden"
      >
        <SourcesPanel workspaceId={props.workspace.id} sources={props.sources} />
        <section class="px-3 pb-4" aria-labelledby="ask-questions">
          <h2 id="ask-questions" class="mb-1 pl-1 text-small font-medium text-ink-2">
            {t().workspaces.page.questions}
          </h2>
          <QuestionsList
            workspaceId={props.workspace.id}
            empty={<p class="pl-1 text-small text-ink-3">{t().workspaces.page.noQuestions}</p>}
          />
        </section>
      </aside>
      <div class="flex min-w-0 flex-1 flex-col">
        <div class="flex justify-end gap-1 px-4 pt-2">
          <Show when={ask.exchanges.length > 0}>
            <A
              href={`/analytics/w/${props.workspace.id}/ask`}
              class={cx(buttonClass("ghost"), "mr-auto")}
            >
              <Icon of={IconNew} /> {words().newTalk}
            </A>
          </Show>
          <HistoryPanel workspaceId={props.workspace.id} />
          <IconButton
            icon={IconShield}
            label={sentLabel()}
            pressed={panel()}
            onClick={() => setPanel((open) => !open)}
          />
        </div>
        <div ref={(element) => (scroller = element)} class="min-h-0 flex-1 overflow-y-auto pt-2">
          <div
            ref={(element) => (talk = element)}
            class="mx-auto flex w-full max-w-180 flex-col gap-8 px-4 pb-6"
          >
            <Show
              when={ask.exchanges.length > 0}
              fallback={
                <NothingAsked
                  workspaceId={props.workspace.id}
                  sources={props.sources}
                  canAdd={props.workspace.can.write}
                  onAsk={setQueued}
                />
              }
            >
              <For each={ask.exchanges}>
                {(exchange, at) => (
                  <ExchangeView
                    at={at()}
                    exchange={exchange}
                    ask={ask}
                    workspaceId={props.workspace.id}
                    sources={usable.ready()}
                    unread={unread()}
                    post={post}
                    keeper={props.sources.keeper()}
                    canSave={props.workspace.can.write}
                    onEdit={(question) => setGiven({ text: question })}
                    kept={kept.of(exchange)}
                    onKeep={() => kept.keep(exchange)}
                    instead={() => (
                      <OfferedQuestions
                        workspaceId={props.workspace.id}
                        sources={props.sources}
                        title={words().instead}
                        text={exchange.question}
                        onAsk={setQueued}
                        onShown={() => showNewest(true)}
                      />
                    )}
                  />
                )}
              </For>
            </Show>
          </div>
        </div>
        <div class="mx-auto flex w-full max-w-180 flex-col gap-1.5 px-4 pb-4">
          <SourcesNote usable={usable} />
          <CutNote sources={props.sources} of={props.sources.all()} />
          <Show when={phone() && last()}>
            {(exchange) => (
              <button
                type="button"
                class="self-end text-small text-ink-3"
                onClick={() => setPanel(true)}
              >
                {rowsSent(exchange().sent) === 0
                  ? words().sent.none(isOneFile(usable.ready()))
                  : words().sent.some(
                      rowsSent(exchange().sent),
                      f().number(rowsSent(exchange().sent)),
                    )}
              </button>
            )}
          </Show>
          <QuestionBar
            placeholder={
              ask.exchanges.length > 0 ? words().next(name()) : words().placeholder(name())
            }
            model={shortName(props.model)}
            busy={busy() || queued() !== undefined}
            able={usable.ready().length > 0 || usable.loading() || !usable.tried()}
            last={last()?.question}
            given={given()}
            onSend={setQueued}
            onStop={() => {
              setQueued(undefined);
              ask.stop();
            }}
          />
        </div>
      </div>
      <Show when={panel()}>
        <div
          role="presentation"
          class="w-74 shrink-0 overflow-y-auto border-l border-line bg-surface max-[64rem]:fixed max-[64rem]:inset-x-0 max-[64rem]:bottom-0 max-[64rem]:z-11 max-[64rem]:max-h-[60dvh] max-[64rem]:w-full max-[64rem]:rounded-t-3 max-[64rem]:border-t max-[64rem]:border-l-0 max-[64rem]:shadow-3"
          onKeyDown={(event) => {
            if (event.key === "Escape") setPanel(false);
          }}
        >
          <SentPanel
            exchange={last()}
            askId={ask.id()}
            sources={usable.ready()}
            rowsAllowed={ask.rowsAllowed()}
            onAllow={ask.allowRows}
            onClose={() => setPanel(false)}
          />
        </div>
      </Show>
    </div>
  );
}
