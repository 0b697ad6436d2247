import IconBook from "~icons/lucide/book-open";
import IconChart from "~icons/lucide/chart-column";
import IconClose from "~icons/lucide/x";
import IconColumns from "~icons/lucide/columns-3";
import IconDelta from "~icons/lucide/replace";
import IconMessage from "~icons/lucide/message-square";
import IconRows from "~icons/lucide/rows-3";
import IconRules from "~icons/lucide/scroll-text";
import IconShield from "~icons/lucide/shield-check";
import IconSigma from "~icons/lucide/sigma";
import IconVerified from "~icons/lucide/circle-check";
import { For, Show, type Component } from "solid-js";
import { glossaryText, type SentKind, type SentPart } from "#domain/asks/prompt.ts";
import type { AskSource } from "#domain/asks/source.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Switch } from "#web/ui/switch.tsx";
import { dollars } from "./dollars.ts";
import type { Exchange } from "./exchange.ts";

const ICONS: Record<SentKind, Component> = {
  rules: IconRules,
  schema: IconColumns,
  profiles: IconChart,
  glossary: IconBook,
  pairs: IconVerified,
  question: IconMessage,
  fixed: IconMessage,
  changes: IconDelta,
  result: IconSigma,
  rows: IconRows,
};

const bytes = (text: string): number => new TextEncoder().encode(text).length;

/** What is sent in the place of a glossary that nobody has written. */
const NO_GLOSSARY = glossaryText("");

/** Whether all that can be asked about is one file of this person's. */
export const isOneFile = (sources: readonly Pick<AskSource, "origin">[]): boolean =>
  sources.length === 1 && sources[0]?.origin === "device";

/** Rows that went out as they are: a line each of the parts that hold them. */
export const rowsSent = (sent: readonly SentPart[]): number =>
  sent
    .filter(({ kind }) => kind === "rows")
    .reduce((sum, { text }) => {
      const at = text.indexOf("rows that the person chose to show:");
      return (
        sum +
        (at < 0
          ? 0
          : text
              .slice(at)
              .split("\n")
              .filter((line) => line.startsWith("[")).length)
      );
    }, 0);

/** Exactly what went to Claude for one question, part by part, word for word, and whether rows may. */
export function SentPanel(props: {
  exchange: Exchange | undefined;
  askId: string | null;
  /** What can be asked about. */
  sources: readonly Pick<AskSource, "origin" | "rows">[];
  rowsAllowed: boolean;
  onAllow: (yes: boolean) => void;
  onClose: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const words = () => t().asks.sent;
  const sent = () => props.exchange?.sent ?? [];
  const rows = () => rowsSent(sent());
  const held = () => props.sources.reduce((sum, source) => sum + source.rows, 0);
  const total = () => sent().reduce((sum, { text }) => sum + bytes(text), 0);
  return (
    <aside aria-label={words().title} class="flex flex-col gap-3 p-4">
      <header class="flex items-center justify-between gap-2">
        <h2 class="font-semibold">{words().title}</h2>
        <IconButton icon={IconClose} label={words().close} onClick={() => props.onClose()} />
      </header>
      <div
        class={`flex gap-2.5 rounded-card p-3 ${rows() === 0 ? "bg-ok-soft text-ok" : "bg-warn-soft text-warn"}`}
      >
        <Icon of={IconShield} class="mt-0.5 shrink-0" />
        <p>
          <b class="block font-semibold">
            {rows() === 0
              ? words().none(isOneFile(props.sources))
              : words().some(rows(), f().number(rows()))}
          </b>
          <Show when={rows() === 0 && held() > 0}>
            {words().noneOf(f().number(held()), props.sources.length)}
          </Show>
        </p>
      </div>
      <Show
        when={sent().length > 0}
        fallback={
          <p class="text-small text-ink-2">
            {words().nothing} {words().before}
          </p>
        }
      >
        <ul data-testid="sent-parts">
          <For each={sent()}>
            {(part) => (
              <li class="border-b border-line">
                <details class="group">
                  <summary class="flex min-h-9 cursor-pointer items-center gap-2.5 py-1.5 phone:min-h-11">
                    <Icon of={ICONS[part.kind]} size={14} class="shrink-0 text-ink-3" />
                    <span class="min-w-0 flex-1">{words().kinds[part.kind]}</span>
                    <span class="num text-small text-ink-3">
                      {part.text === NO_GLOSSARY ? words().noGlossary : f().bytes(bytes(part.text))}
                    </span>
                  </summary>
                  <pre
                    class="mb-2 max-h-60 overflow-auto rounded-2 border border-line bg-surface p-2 font-mono text-micro whitespace-pre-wrap wrap-anywhere"
                    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
                    tabindex={0}
                    role="region"
                    aria-label={words().exact}
                  >
                    {part.text}
                  </pre>
                </details>
              </li>
            )}
          </For>
        </ul>
        <p class="flex justify-between font-semibold">
          <span>{words().total}</span>
          <span class="num">{f().bytes(total())}</span>
        </p>
      </Show>
      <Switch
        label={words().allow}
        hint={words().allowHint}
        checked={props.rowsAllowed}
        onChange={props.onAllow}
      />
      <a href="/analytics/usage" class="self-start text-small text-accent-ink hover:underline">
        {t().asks.usage.open}
      </a>
      <Show when={props.exchange}>
        {(exchange) => (
          <div class="flex flex-col gap-1 border-t border-line pt-3 text-small text-ink-3">
            <Show when={exchange().at}>
              {(at) => (
                <p class="wrap-anywhere">{words().journal(props.askId ?? "", f().stamp(at()))}</p>
              )}
            </Show>
            <Show when={exchange().used.person}>
              {(person) => (
                <>
                  <p class="num">
                    {words().tokens(f().number(person().used), f().number(person().limit))}
                  </p>
                  <p class="tabular-nums">
                    {words().cost(
                      f().number(exchange().used.tokens),
                      dollars(exchange().used.costMicros, locale()),
                    )}
                  </p>
                </>
              )}
            </Show>
          </div>
        )}
      </Show>
    </aside>
  );
}
