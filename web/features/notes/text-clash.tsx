import IconConflict from "~icons/lucide/git-compare-arrows";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Two texts of the same lines, side by side: the person chooses. What was typed is kept until then. */
export function TextClash(props: {
  mine: string;
  theirs: string;
  onSettle: (keep: "mine" | "theirs") => void;
}) {
  const t = useTexts();
  const words = () => t().notes.conflict;
  return (
    <div role="alert" class="rounded-3 border border-bad bg-surface">
      <h3 class="flex items-center gap-2 rounded-t-3 bg-bad-soft px-3 py-2 font-semibold text-bad">
        <Icon of={IconConflict} />
        {words().title}
      </h3>
      <div class="flex flex-col gap-3 p-3">
        <p class="text-small text-ink-2">{words().body}</p>
        <div class="grid grid-cols-2 gap-3 phone:grid-cols-1">
          <OneText name={words().mine} text={props.mine} edge="border-accent" />
          <OneText name={words().theirs} text={props.theirs} edge="border-line" />
        </div>
        <div class="flex gap-2">
          <Button kind="primary" onClick={() => props.onSettle("mine")}>
            {words().keepMine}
          </Button>
          <Button onClick={() => props.onSettle("theirs")}>{words().takeTheirs}</Button>
        </div>
      </div>
    </div>
  );
}

function OneText(props: { name: string; text: string; edge: string }) {
  return (
    <div class="min-w-0">
      <h4 class="mb-1 text-small text-ink-2">{props.name}</h4>
      <pre class={`rounded-2 border p-2 font-sans wrap-anywhere whitespace-pre-wrap ${props.edge}`}>
        {props.text}
      </pre>
    </div>
  );
}
