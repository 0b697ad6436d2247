import IconAlert from "~icons/lucide/octagon-alert";
import { useTexts, useFormat } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { Trouble } from "./exchange.ts";

/** Why there is no answer, and how to go on. */
export function TroubleNote(props: { trouble: Trouble; onAgain: () => void }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().asks.trouble;
  const text = (): string => {
    const { trouble } = props;
    switch (trouble.kind) {
      case "fault":
        return trouble.fault === "limited"
          ? words().limited(trouble.seconds === null ? "" : f().number(trouble.seconds))
          : words()[trouble.fault];
      case "end":
        return words()[trouble.end];
      case "engine":
        return words().engine;
      case "problem":
        return say(trouble.error);
      default:
        return trouble satisfies never;
    }
  };
  const goesOn = () =>
    props.trouble.kind === "end" &&
    (props.trouble.end === "cut" || props.trouble.end === "max_tokens");
  return (
    <div role="alert" class="flex gap-2 rounded-card border border-line bg-bad-soft px-3 py-2.5">
      <Icon of={IconAlert} class="mt-0.5 shrink-0 text-bad" />
      <p class="min-w-0 flex-1 wrap-anywhere">{text()}</p>
      <Button size="sm" onClick={() => props.onAgain()}>
        {goesOn() ? t().asks.again : t().asks.retry}
      </Button>
    </div>
  );
}
