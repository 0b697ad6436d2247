import IconBlocked from "~icons/lucide/octagon-pause";
import IconRepeat from "~icons/lucide/repeat";
import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { progressOf } from "#domain/boards/parts.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { ProgressRing } from "#web/ui/progress.tsx";
import { openBlockers } from "./open-blockers.ts";
import { useRepeatWords } from "./repeat-words.ts";
import { useRoom } from "./room.tsx";

/** Whether an open card blocks this one: told in a word beside its reference. */
export function BlockedMark(props: { card: Card }) {
  const t = useTexts();
  const room = useRoom();
  const blockers = () => openBlockers(room, props.card);
  const names = () =>
    [
      ...blockers().map((card) => room.reference(card) ?? card.title),
      ...room.outside.blockers(props.card),
    ].join(", ");
  return (
    <Show when={names() !== ""}>
      <span
        title={t().boardCard.links.sayBlocked(names())}
        class="inline-flex items-center gap-1 font-medium text-bad"
      >
        <Icon of={IconBlocked} size={12} />
        {t().boardCard.links.blockedShort}
      </span>
    </Show>
  );
}

/** That a card comes again: a sign, with the rule in words for whoever points at it or listens. */
export function RepeatMark(props: { card: Card }) {
  const t = useTexts();
  const say = useRepeatWords();
  return (
    <Show when={props.card.repeat}>
      {(repeat) => (
        <span title={t().repeats.mark(say(repeat()))} class="inline-flex items-center">
          <Icon of={IconRepeat} size={12} />
          <span class="sr-only">{t().repeats.mark(say(repeat()))}</span>
        </span>
      )}
    </Show>
  );
}

/** How far the checklists of a card are, when it has any: a ring with its figures. */
export function CheckProgress(props: { card: Card }) {
  const t = useTexts();
  const progress = () => progressOf(props.card.items);
  return (
    <Show when={progress().total > 0}>
      <span class="inline-flex items-center gap-1 text-ink-2">
        <ProgressRing {...progress()} />
        <span class="num" aria-hidden="true">{`${progress().done}/${progress().total}`}</span>
        <span class="sr-only">
          {t().boardCard.checklist.progressOf(
            t().boardCard.checklist.usual,
            progress().done,
            progress().total,
          )}
        </span>
      </span>
    </Show>
  );
}
