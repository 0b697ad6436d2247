import IconSend from "~icons/lucide/arrow-up";
import IconStop from "~icons/lucide/square";
import { createEffect, createSignal, on, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";

/** Where questions are typed. ↵ sends, ⇧↵ breaks the line, ↑ in an empty bar brings the last question back. */
export function QuestionBar(props: {
  placeholder: string;
  model: string;
  busy: boolean;
  /** There are data to ask: without any a question would wait for nothing. */
  able: boolean;
  last: string | undefined;
  /** Text to put into the bar, each time another one is given. */
  given: { text: string } | undefined;
  onSend: (question: string) => void;
  onStop: () => void;
}) {
  const t = useTexts();
  const words = () => t().asks;
  const [text, setText] = createSignal("");
  let field: HTMLTextAreaElement | undefined;
  const grow = () => {
    if (!field) return;
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight, 160)}px`;
  };
  const put = (value: string) => {
    setText(value);
    queueMicrotask(grow);
  };
  createEffect(
    on(
      () => props.given,
      (given) => {
        if (given === undefined) return;
        put(given.text);
        field?.focus();
      },
    ),
  );
  const send = () => {
    const question = text().trim();
    if (question === "" || props.busy || !props.able) return;
    put("");
    props.onSend(question);
  };
  return (
    <form
      novalidate
      class="flex items-end gap-2 rounded-card border border-line-control bg-surface py-1.5 pr-1.5 pl-3.5 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={(element) => (field = element)}
        class="min-h-7 min-w-0 flex-1 resize-none bg-transparent py-1 leading-5 outline-none placeholder:text-ink-3 placeholder-shown:overflow-hidden placeholder-shown:text-ellipsis placeholder-shown:whitespace-nowrap phone:min-h-11 phone:py-3"
        rows={1}
        maxLength={2000}
        value={text()}
        placeholder={props.placeholder}
        aria-label={props.placeholder}
        onInput={(event) => put(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            send();
          } else if (event.key === "ArrowUp" && text() === "" && props.last !== undefined) {
            event.preventDefault();
            put(props.last);
          }
        }}
      />
      <span class="py-1.5 text-small text-ink-3 phone:hidden">{props.model}</span>
      <Show
        when={props.busy}
        fallback={
          <IconButton
            kind="primary"
            type="submit"
            icon={IconSend}
            label={words().send}
            disabled={text().trim() === "" || !props.able}
          />
        }
      >
        <IconButton
          kind="secondary"
          icon={IconStop}
          label={words().stop}
          onClick={() => props.onStop()}
        />
      </Show>
    </form>
  );
}
