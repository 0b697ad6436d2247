import IconMore from "~icons/lucide/ellipsis";
import { For, Show } from "solid-js";
import type { ScheduleView, Sending } from "#domain/dashboards/schedule/model.ts";
import { useFormat, useLocale, useTexts } from "#web/lib/i18n.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { recipientsOf } from "./recipients.ts";
import { timingWords } from "./timing-words.ts";

/** One schedule: when, to how many, what became of the last mails, and what can be done with it. */
export function ScheduleRow(props: {
  schedule: ScheduleView;
  onSend: () => void;
  onTest: () => void;
  onPause: () => void;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { locale } = useLocale();
  const words = () => t().dashboardSchedule;
  const count = () => recipientsOf(props.schedule);
  const outcome = ({ outcome: kind, mails }: Sending) =>
    kind === "sent" ? words().outcomes.sent(mails, f().number(mails)) : words().outcomes[kind];
  return (
    <li class="py-2.5">
      <div class="flex items-start gap-2">
        <div class="min-w-0 flex-1">
          <p>{timingWords(props.schedule, locale(), words())}</p>
          <p class="text-small text-ink-2">
            {words().recipients(count(), f().number(count()))} ·{" "}
            {props.schedule.paused
              ? words().paused
              : words().next(f().dateTime(props.schedule.nextAt))}
          </p>
          <Show when={props.schedule.unsubscribed.length > 0}>
            <p class="text-small text-ink-3">
              {words().unsubscribed(props.schedule.unsubscribed.join(", "))}
            </p>
          </Show>
        </div>
        <DropdownMenu
          placement="bottom-end"
          items={[
            { label: words().send, onSelect: () => props.onSend() },
            { label: words().test, onSelect: () => props.onTest() },
            {
              label: props.schedule.paused ? words().resume : words().pause,
              onSelect: () => props.onPause(),
            },
            { label: words().edit, onSelect: () => props.onEdit() },
            { kind: "separator" },
            { label: words().remove, danger: true, onSelect: () => props.onRemove() },
          ]}
          trigger={(attributes) => (
            <IconButton {...attributes} size="sm" icon={IconMore} label={words().actions} />
          )}
        />
      </div>
      <Show when={props.schedule.sendings.length > 0}>
        <details class="mt-1 text-small text-ink-2">
          <summary class="cursor-pointer text-ink-3">{words().history}</summary>
          <ul class="mt-1 flex flex-col gap-0.5">
            <For each={props.schedule.sendings}>
              {(sending) => (
                <li>
                  {f().dateTime(sending.at)} · {outcome(sending)}
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </li>
  );
}
