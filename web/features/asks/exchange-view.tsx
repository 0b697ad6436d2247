import IconCorrect from "~icons/lucide/pencil";
import IconEdit from "~icons/lucide/square-pen";
import IconInfo from "~icons/lucide/circle-help";
import IconNext from "~icons/lucide/corner-down-right";
import { createMemo, createSignal, For, Show, type JSX } from "solid-js";
import type { AskSource } from "#domain/asks/source.ts";
import type { Unread } from "#web/features/analytics/query/refusal-text.ts";
import { ResultCard } from "#web/features/analytics/query/result-card.tsx";
import { seconds } from "#web/features/analytics/seconds.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { AnswerWords } from "./answer-words.tsx";
import { AssumptionChip } from "./assumption-chip.tsx";
import { ChoiceCard } from "./choice-card.tsx";
import { ConfidenceMark } from "./confidence-mark.tsx";
import { CorrectedNote } from "./corrected-note.tsx";
import { ConsentCard } from "./consent-card.tsx";
import type { AskDeps } from "./ask-machine.ts";
import type { Ask } from "./create-ask.ts";
import { isCorrected, titleOf, wordsOf, type Exchange } from "./exchange.ts";
import { KeepButton } from "./keep-button.tsx";
import type { Kept } from "./save-question.ts";
import { SqlPanel } from "./sql-panel.tsx";
import { TroubleNote } from "./trouble-note.tsx";
import { UnfitNote } from "./unfit-note.tsx";

/** One question with its answer: assumptions, words, chart, how sure it is, its SQL, and what could be asked next. */
export function ExchangeView(props: {
  at: number;
  exchange: Exchange;
  ask: Ask;
  workspaceId: string;
  sources: readonly AskSource[];
  unread?: readonly Unread[] | undefined;
  post: AskDeps["post"];
  /** The engine that answers: its figures open their rows. */
  keeper: ReturnType<AskDeps["keeper"]>;
  canSave: boolean;
  onEdit: (question: string) => void;
  /** What is saved of it. */
  kept: Kept | undefined;
  onKeep: () => Promise<void>;
  /** What can be asked in the place of a question that the data don't answer. */
  instead: () => JSX.Element;
}) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().asks;
  const [editing, setEditing] = createSignal(false);
  const [shown, setShown] = createSignal(false);
  const busy = () => props.exchange.state === "working";
  const keptAt = () => `/analytics/w/${props.workspaceId}/q/${props.kept?.item.id}`;
  const corrected = () => isCorrected(props.exchange);
  const answer = () => props.exchange.answer;
  const spoken = createMemo(() => wordsOf(props.exchange));
  /** A doubtful answer asks before it draws. */
  const holdsBack = () =>
    !corrected() &&
    props.exchange.confidence === "low" &&
    answer()?.abstained === false &&
    !shown();
  const result = () => {
    const found = props.exchange.result;
    return found && holdsBack() ? { ...found, chart: null } : found;
  };
  const status = () => {
    const { waiting, note } = props.exchange;
    if (waiting) return words().waiting(f().number(waiting.seconds));
    const last = note.trim().split("\n").at(-1) ?? "";
    return last === "" ? words().working : last.slice(-160);
  };
  return (
    <article class="flex flex-col gap-3" aria-busy={busy()}>
      <header class="flex items-start gap-2 rounded-card bg-sunken px-3.5 py-2">
        <div class="min-w-0 flex-1 py-0.5 wrap-anywhere">
          <h2 class="text-lead font-medium">{props.exchange.question}</h2>
          <Show when={props.exchange.fixed.length > 0}>
            <p class="text-small text-ink-2">{words().assume.chosen(props.exchange.fixed)}</p>
          </Show>
        </div>
        <IconButton
          icon={IconEdit}
          label={words().edit}
          disabled={busy()}
          onClick={() => props.onEdit(props.exchange.question)}
        />
      </header>
      <Show when={!corrected() && chipsOf(props.exchange).length > 0}>
        <ul class="flex flex-wrap gap-2" aria-label={words().assumptions}>
          <For each={chipsOf(props.exchange)}>
            {({ assumption, fixed }) => (
              <li class="max-w-full">
                <AssumptionChip
                  assumption={assumption}
                  fixed={fixed}
                  disabled={busy()}
                  onChange={(value) => void props.ask.fix(props.at, assumption.label, value)}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div aria-live="polite" class="flex flex-col gap-3">
        <Show when={answer()?.abstained}>
          <p class="flex items-center gap-2 font-semibold text-warn">
            <Icon of={IconInfo} /> {words().abstained}
          </p>
        </Show>
        <Show when={spoken()?.plain}>
          <p class="text-small text-warn">{words().plain}</p>
        </Show>
        <Show when={spoken()}>
          {(given) => (
            <AnswerWords
              text={given().text}
              result={answer() ? props.exchange.result : null}
              unit={answer()?.unit ?? ""}
            />
          )}
        </Show>
        <Show when={corrected()}>
          <CorrectedNote
            onRun={() => props.ask.run(props.at, answer()?.sql ?? "")}
            onBack={() => setEditing(false)}
          />
        </Show>
        <Show when={busy()}>
          <p class="text-small text-ink-2 wrap-anywhere">{status()}</p>
        </Show>
        <Show when={props.exchange.state === "stopped"}>
          <p class="flex flex-wrap items-center gap-3 text-small text-ink-2">
            {words().stopped}
            <Button size="sm" onClick={() => void props.ask.again(props.at)}>
              {words().retry}
            </Button>
          </p>
        </Show>
      </div>
      <Show when={busy()}>
        <ProgressBar label={words().working} />
      </Show>
      <Show when={props.exchange.asking}>
        {(asking) => (
          <ChoiceCard
            question={asking().question}
            choices={asking().choices}
            onChoose={(text) => props.ask.choose(text)}
          />
        )}
      </Show>
      <Show when={props.exchange.consenting}>
        {(rows) => (
          <ConsentCard
            columns={rows().columns}
            rows={rows().rows}
            onAnswer={(yes) => props.ask.consent(yes)}
          />
        )}
      </Show>
      <Show when={props.exchange.trouble}>
        {(trouble) => (
          <TroubleNote
            trouble={trouble()}
            refused={props.exchange.refused}
            sources={props.sources}
            onAgain={() => void props.ask.again(props.at)}
            onEdit={() => props.onEdit(props.exchange.question)}
          />
        )}
      </Show>
      <Show when={result()}>
        {(found) => (
          <ResultCard
            answer={found()}
            title={titleOf(props.exchange)}
            fileName={props.sources[0]?.name ?? ""}
            keeper={props.keeper}
            place={{ workspaceId: props.workspaceId }}
          />
        )}
      </Show>
      <Show when={!holdsBack() && props.exchange.unfit}>
        {(unfit) => <UnfitNote unfit={unfit()} />}
      </Show>
      <Show when={answer()?.abstained === false && props.exchange.confidence}>
        {(level) => (
          <div class="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Show when={!corrected()}>
              <ConfidenceMark level={level()} />
            </Show>
            <Show when={!corrected() && props.exchange.result}>
              {(found) => (
                <span class="num text-small text-ink-3">
                  {words().confidence.tries(
                    props.exchange.repairs,
                    f().number(props.exchange.repairs),
                    seconds(found().ms, f()),
                  )}
                </span>
              )}
            </Show>
            <Show when={answer()?.sql}>
              <span class="ml-auto flex gap-1">
                <Show when={props.canSave}>
                  <KeepButton
                    href={props.kept?.same ? keptAt() : undefined}
                    other={props.kept !== undefined}
                    onKeep={props.onKeep}
                  />
                </Show>
                <Button kind="ghost" icon={IconCorrect} onClick={() => setEditing(true)}>
                  {words().sql.correct}
                </Button>
              </span>
            </Show>
            <Show when={holdsBack() && props.exchange.result?.chart}>
              <p class="flex w-full flex-wrap items-center gap-3 text-small text-ink-2">
                {words().confidence.lowBody}
                <Button size="sm" onClick={() => setShown(true)}>
                  {t().analytics.chart.chart}
                </Button>
              </p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.exchange.result}>
        {(found) => (
          <SqlPanel
            workspaceId={props.workspaceId}
            sql={found().sql}
            sources={props.sources}
            unread={props.unread}
            editing={editing()}
            canSave={props.canSave}
            post={props.post}
            onRun={(sql) => props.ask.run(props.at, sql)}
            kept={props.kept ? { href: keptAt(), sql: props.kept.item.sql } : undefined}
            onSave={props.onKeep}
            onEdited={() => setEditing(false)}
          />
        )}
      </Show>
      <Show when={props.exchange.state === "answered" && (answer()?.followUps.length ?? 0) > 0}>
        <ul class="flex flex-wrap gap-2" aria-label={words().followUps}>
          <For each={answer()?.followUps}>
            {(question) => (
              <li class="max-w-full">
                <Button
                  class="max-w-full"
                  icon={IconNext}
                  onClick={() => void props.ask.ask(question)}
                >
                  <span class="truncate">{question}</span>
                </Button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show
        when={
          props.exchange.state === "answered" &&
          answer()?.abstained === true &&
          answer()?.followUps.length === 0 &&
          props.at === props.ask.exchanges.length - 1
        }
      >
        {props.instead()}
      </Show>
    </article>
  );
}

/** The answer's assumptions, then those that the person set and the answer no longer names. */
function chipsOf({ answer, fixed }: Exchange) {
  const named = answer?.assumptions ?? [];
  const held = new Set(fixed.map(({ label }) => label));
  return [
    ...named.map((assumption) => ({ assumption, fixed: held.has(assumption.label) })),
    ...fixed
      .filter(({ label }) => !named.some((one) => one.label === label))
      .map(({ label, value }) => ({
        assumption: { kind: "other" as const, label, value, alternatives: [] },
        fixed: true,
      })),
  ];
}
