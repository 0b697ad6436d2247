import IconConflict from "~icons/lucide/git-compare-arrows";
import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** A part of a form that somebody else has changed meanwhile: what it is called, and what stands there now. */
interface ClashPart<Name extends string> {
  name: Name;
  label: string;
  theirs: string;
}

/** What somebody else has changed under an open form, at its foot: each part waits for a decision, and nothing is lost until then. */
export function ClashBox<Name extends string>(props: {
  parts: readonly ClashPart<Name>[];
  onSettle: (name: Name, keep: "mine" | "theirs") => void;
}) {
  const t = useTexts();
  const words = () => t().dashboards.together;
  return (
    <Show when={props.parts.length > 0}>
      <div
        role="alert"
        class="sticky bottom-0 z-sticky max-h-72 overflow-y-auto rounded-3 border border-bad bg-surface shadow-2"
      >
        <h3 class="flex items-center gap-2 bg-bad-soft px-3 py-2 font-semibold text-bad">
          <Icon of={IconConflict} />
          {words().title}
        </h3>
        <div class="flex flex-col gap-3 p-3">
          <p class="text-small text-ink-2">{words().body}</p>
          <For each={props.parts.map(({ name }) => name)}>
            {(name) => {
              const part = () => props.parts.find((one) => one.name === name);
              return (
                <div role="group" aria-label={part()?.label} class="flex flex-col gap-1.5">
                  <p class="text-small text-ink-2">{words().now(part()?.label ?? "")}</p>
                  <pre class="max-h-24 overflow-y-auto rounded-2 border border-line p-2 font-sans wrap-anywhere whitespace-pre-wrap">
                    {part()?.theirs}
                  </pre>
                  <div class="flex gap-2">
                    <Button size="sm" onClick={() => props.onSettle(name, "mine")}>
                      {t().dashboards.insist}
                    </Button>
                    <Button size="sm" onClick={() => props.onSettle(name, "theirs")}>
                      {words().takeTheirs}
                    </Button>
                  </div>
                </div>
              );
            }}
          </For>
        </div>
      </div>
    </Show>
  );
}
