import IconCorrected from "~icons/lucide/pencil";
import { createSignal } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Icon } from "#web/ui/icon.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

/** Stands where Claude's sentence stood, once the person's own SQL is what is shown; leads back to Claude's. */
export function CorrectedNote(props: { onRun: () => Promise<void>; onBack: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const words = () => t().asks.sql;
  const [going, setGoing] = createSignal(false);
  const back = async () => {
    setGoing(true);
    try {
      await props.onRun();
      props.onBack();
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    setGoing(false);
  };
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1 text-small text-ink-2">
      <p class="flex items-start gap-2">
        <Icon of={IconCorrected} size={14} class="mt-0.5 shrink-0" />
        <span>
          <b class="font-semibold text-ink">{words().edited}</b> {words().editedBody}
        </span>
      </p>
      <TextButton disabled={going()} onClick={() => void back()}>
        {words().back}
      </TextButton>
    </div>
  );
}
