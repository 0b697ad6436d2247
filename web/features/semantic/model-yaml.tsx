import { For, Show } from "solid-js";
import { canWait } from "#domain/semantic/problems.ts";
import type { YamlProblem } from "#domain/semantic/yaml.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import type { ModelDraft } from "./model-draft.ts";

/** The model as YAML; each problem leads to its line. */
export function ModelYaml(props: { draft: ModelDraft; disabled: boolean }) {
  const t = useTexts();
  const words = () => t().semantic;
  let area: HTMLTextAreaElement | undefined;
  const go = (line: number) => {
    const lines = props.draft.text().split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    if (!area) return;
    area.focus();
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    // A browser does not scroll to what a script selects. Lines are not wrapped, so each is as high.
    const height = Number.parseFloat(getComputedStyle(area).lineHeight) || 0;
    area.scrollTop = (line - 1) * height - area.clientHeight / 3;
    area.scrollLeft = 0;
  };
  const told = (problem: YamlProblem) => {
    if (problem.reason === "syntax") return words().unreadable(words().faults[problem.fault]);
    const reason = words().reasons[problem.reason];
    if (problem.reason === "aggregate")
      return `${placeOf(problem.path)} ${reason} ${problem.options?.[0] ?? ""}`;
    const options = problem.options ? ` (${problem.options.join(", ")})` : "";
    return `${problem.word ?? placeOf(problem.path)} ${reason}${options}`;
  };
  /** `["measures", 0, "format"]` as « Mesures 1 · format »: the fields are called as they are written. */
  const placeOf = ([section, at, ...rest]: readonly (string | number)[]) => {
    const labels: Record<string, string> = words().sections;
    const entry = typeof at === "number" ? ` ${at + 1}` : "";
    const name = section === undefined ? words().yaml : (labels[section] ?? String(section));
    return [name + entry, ...(rest.length > 0 ? [rest.join(".")] : [])].join(" · ");
  };
  return (
    <div class="flex flex-col gap-3">
      <div class="font-mono">
        <TextArea
          label={words().yaml}
          labelHidden
          ref={(element) => (area = element)}
          rows={24}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          readonly={props.disabled}
          value={props.draft.text()}
          onInput={(text) => props.draft.write(text)}
        />
      </div>
      <For each={[false, true]}>
        {(waits) => {
          const mine = () => props.draft.problems().filter((one) => canWait(one) === waits);
          return (
            <Show when={mine().length > 0}>
              <section aria-live="polite">
                <h2 class={waits ? "font-semibold text-ink-2" : "font-semibold text-warn"}>
                  {waits ? words().toCheck(mine().length) : words().problems(mine().length)}
                </h2>
                <Show when={waits}>
                  <p class="text-small text-ink-2">{words().toCheckBody}</p>
                </Show>
                <ul class="mt-1 flex flex-col gap-1">
                  <For each={mine()}>
                    {(problem) => (
                      <li class="flex items-baseline gap-2">
                        <TextButton class="num shrink-0" onClick={() => go(problem.line)}>
                          {words().line(problem.line)}
                        </TextButton>
                        <span class="min-w-0 break-words">{told(problem)}</span>
                      </li>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
          );
        }}
      </For>
    </div>
  );
}
