import { Show } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { presetsFor } from "#domain/boards/repeat-presets.ts";
import { nextDate, type Repeat } from "#domain/boards/repeat.ts";
import { parseRule } from "#domain/boards/rule.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useRepeatWords } from "#web/features/boards/board/repeat-words.ts";
import { Pick } from "./pick.tsx";

const NEVER = "never";

const withoutEnd = (rule: string) => rule.replace(/;(?:UNTIL|COUNT)=\w+/g, "");

/** How a card comes again, in words: chosen among what fits its date, and when the series ends. */
export function RepeatValue(props: {
  card: Card;
  locked: boolean;
  onChange: (repeat: Repeat | null) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useRepeatWords();
  const base = () => props.card.dueOn ?? calendarDate();
  /** A series begins after the card that it is set on: that one is there already. */
  const repeatOf = (rule: string): Repeat => ({
    rule,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    from: base(),
    last: base() < calendarDate() ? calendarDate() : base(),
  });
  const chosen = () => (props.card.repeat ? withoutEnd(props.card.repeat.rule) : NEVER);
  const rules = () => {
    const offered = presetsFor(base());
    return chosen() === NEVER || offered.includes(chosen()) ? offered : [chosen(), ...offered];
  };
  const options = () => [
    { value: NEVER, label: t().repeats.never },
    ...rules().map((rule) => ({ value: rule, label: say(repeatOf(rule)) })),
  ];
  const until = () => parseRule(props.card.repeat?.rule ?? "")?.until ?? "";
  const setUntil = (date: string) => {
    const repeat = props.card.repeat;
    if (!repeat) return;
    const end = date === "" ? "" : `;UNTIL=${date.replaceAll("-", "")}`;
    props.onChange({ ...repeat, rule: `${withoutEnd(repeat.rule)}${end}` });
  };
  const next = (repeat: Repeat) => {
    const date = nextDate(repeat);
    return date === null ? t().repeats.over : t().repeats.next(f().day(date));
  };
  return (
    <div class="flex min-w-0 flex-col">
      <Pick
        label={t().repeats.label}
        locked={props.locked}
        options={options()}
        chosen={[chosen()]}
        onPick={(rule) => {
          if (rule !== chosen()) props.onChange(rule === NEVER ? null : repeatOf(rule));
        }}
        value={() => (
          <Show
            when={props.card.repeat}
            fallback={<span class="text-ink-3">{t().repeats.never}</span>}
          >
            {(repeat) => <span class="min-w-0">{say(repeat())}</span>}
          </Show>
        )}
      />
      <Show when={props.card.repeat}>
        {(repeat) => (
          <>
            <span class="text-small text-ink-3" title={t().repeats.zone(repeat().zone)}>
              {next(repeat())}
            </span>
            <Show when={!props.locked}>
              <TextField
                label={t().repeats.until}
                type="date"
                size="sm"
                class="mt-1"
                min={calendarDate()}
                value={until()}
                onInput={(date) => {
                  if (date === "" || parseRule(`FREQ=DAILY;UNTIL=${date.replaceAll("-", "")}`)) {
                    setUntil(date);
                  }
                }}
              />
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
