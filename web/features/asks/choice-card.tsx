import IconAsk from "~icons/lucide/message-circle-question-mark";
import { createSignal, For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** A question of the model to the person: likely answers, or one's own. */
export function ChoiceCard(props: {
  question: string;
  choices: readonly string[];
  onChoose: (text: string) => void;
}) {
  const t = useTexts();
  const words = () => t().asks.choose;
  const [own, setOwn] = createSignal("");
  return (
    <section
      class="flex flex-col gap-3 rounded-card border border-accent-line bg-accent-soft p-4"
      aria-label={words().title}
    >
      <h2 class="flex items-center gap-2 font-semibold">
        <Icon of={IconAsk} class="text-accent-ink" /> {words().title}
      </h2>
      <p class="wrap-anywhere">{props.question}</p>
      <div class="flex flex-wrap gap-2">
        <For each={props.choices}>
          {(choice) => <Button onClick={() => props.onChoose(choice)}>{choice}</Button>}
        </For>
      </div>
      <form
        novalidate
        class="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (own().trim() !== "") props.onChoose(own().trim());
        }}
      >
        <input
          class="h-7 min-w-0 flex-1 rounded-2 border border-line-control bg-surface px-2 phone:h-11"
          maxLength={500}
          aria-label={words().other}
          placeholder={words().other}
          value={own()}
          onInput={(event) => setOwn(event.currentTarget.value)}
        />
        <Button type="submit" disabled={own().trim() === ""}>
          {words().send}
        </Button>
      </form>
    </section>
  );
}
