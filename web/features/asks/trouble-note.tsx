import IconOpen from "~icons/lucide/chevron-right";
import IconAlert from "~icons/lucide/octagon-alert";
import { Show } from "solid-js";
import type { AskSource } from "#domain/asks/source.ts";
import { EngineMessage } from "#web/features/analytics/engine-message.tsx";
import { SqlRefused } from "#web/features/analytics/engine/read.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { useTexts, useFormat } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Exchange, Trouble } from "./exchange.ts";

/** Ends that the same question meets again: it is to be put otherwise. */
const PUT_OTHERWISE = ["repairs", "turns", "refusal"];

/** Why there is no answer, what failed, and how to go on. */
export function TroubleNote(props: {
  trouble: Trouble;
  /** The statement that the database refused last: said behind a disclosure where it is what failed. */
  refused?: Exchange["refused"] | undefined;
  sources?: readonly AskSource[] | undefined;
  onAgain: () => void;
  /** Puts the question back into the bar. */
  onEdit?: (() => void) | undefined;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().asks.trouble;
  /** Whole minutes are rounded up: who waits as told is served. */
  const wait = (seconds: number) =>
    f().duration(seconds < 60 ? seconds : Math.ceil(seconds / 60) * 60);
  const text = (): string => {
    const { trouble } = props;
    switch (trouble.kind) {
      case "fault":
        return trouble.fault === "limited"
          ? words().limited(trouble.seconds === null ? "" : wait(trouble.seconds))
          : words()[trouble.fault];
      case "end":
        return words()[trouble.end];
      case "engine":
        return words().engine;
      case "problem":
        return trouble.error instanceof SqlRefused ? words().stale : say(trouble.error);
      default:
        return trouble satisfies never;
    }
  };
  const goesOn = () =>
    props.trouble.kind === "end" &&
    (props.trouble.end === "cut" || props.trouble.end === "max_tokens");
  const otherwise = () => props.trouble.kind === "end" && PUT_OTHERWISE.includes(props.trouble.end);
  const failed = () => {
    const { trouble } = props;
    const ofQuery =
      trouble.kind === "problem"
        ? trouble.error instanceof SqlRefused
        : trouble.kind === "end" && ["repairs", "turns"].includes(trouble.end);
    return ofQuery ? props.refused : null;
  };
  const reason = ({ sql, error }: NonNullable<Exchange["refused"]>) => {
    const sources = props.sources ?? [];
    const columns = sources.flatMap((source) => source.columns.map(({ name }) => name));
    return refusalText(error.refusal, {
      sql,
      known: { table: sources[0]?.table ?? "", columns },
      t: t().analytics.query.advice,
      f: f(),
    });
  };
  return (
    <div role="alert" class="flex gap-2 rounded-card border border-line bg-bad-soft px-3 py-2.5">
      <Icon of={IconAlert} class="mt-0.5 shrink-0 text-bad" />
      <div class="min-w-0 flex-1 wrap-anywhere">
        <p>
          {text()}{" "}
          <Show when={otherwise() && props.onEdit}>
            {(edit) => <TextButton onClick={() => edit()()}>{words().edit}</TextButton>}
          </Show>
        </p>
        <Show when={failed()}>
          {(one) => (
            <details class="group mt-1.5 text-small">
              <summary class="inline-flex cursor-pointer list-none items-center gap-1 rounded-1 text-ink-2 hover:text-ink phone:min-h-11 [&::-webkit-details-marker]:hidden">
                <Icon of={IconOpen} size={12} class="group-open:rotate-90" />
                {words().why}
              </summary>
              <p class="mt-1">{reason(one())}</p>
              <EngineMessage text={one().error.message} />
            </details>
          )}
        </Show>
      </div>
      <Button size="sm" onClick={() => props.onAgain()}>
        {goesOn() ? t().asks.again : t().asks.retry}
      </Button>
    </div>
  );
}
