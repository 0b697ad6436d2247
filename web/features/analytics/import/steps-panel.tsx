import IconAdd from "~icons/lucide/plus";
import IconDown from "~icons/lucide/arrow-down";
import IconUndo from "~icons/lucide/x";
import IconUp from "~icons/lucide/arrow-up";
import IconWarn from "~icons/lucide/triangle-alert";
import { createSignal, For, Show } from "solid-js";
import { moved } from "#domain/analytics/steps/step.ts";
import type { StepFault } from "#web/features/analytics/engine/apply-steps.ts";
import { refusalText } from "#web/features/analytics/query/refusal-text.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { DropdownMenu } from "#web/ui/dropdown-menu.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import type { Import } from "./import-state.ts";
import { StepDialog } from "./step-dialog.tsx";
import type { StepKind } from "./step-draft.ts";
import { stepText } from "./step-text.ts";

const KINDS: readonly StepKind[] = [
  "trim",
  "upper",
  "lower",
  "replace",
  "merge",
  "split",
  "fill",
  "totals",
  "empties",
  "duplicates",
  "rename",
  "compute",
];

/** The cleaning steps in their order: each can be moved, taken back, and says when it does not fit. */
export function StepsPanel(props: { job: Import }) {
  const t = useTexts();
  const f = useFormat();
  const words = () => t().analytics.cleaningSteps;
  const [adding, setAdding] = createSignal<StepKind>();
  const steps = () => props.job.choices().steps ?? [];
  const columns = () => props.job.state.cleaned?.columns ?? [];
  const fault = (at: number) =>
    props.job.state.phase === "ready" ? props.job.state.cleaned?.faults[at] : undefined;
  const faultText = (found: StepFault, expression: string) =>
    found.code === "refused"
      ? refusalText(found.refusal, {
          sql: expression,
          known: { table: "", columns: columns().map(({ name }) => name) },
          t: t().analytics.query.advice,
          f: f(),
        })
      : found.code === "misfit"
        ? words().misfit
        : t().analyticsBuild.formula[found.code];
  return (
    <section class="flex flex-col gap-2" aria-label={words().title}>
      <ol class="flex flex-col">
        <For each={steps()}>
          {(step, at) => (
            <li class="flex items-start gap-1 border-b border-line py-1.5">
              <span class="num w-5 shrink-0 pt-0.5 text-small text-ink-3">{at() + 1}</span>
              <span class="min-w-0 flex-1 break-words text-small">
                {stepText(step, t().analytics)}
                <Show when={fault(at())}>
                  {(found) => (
                    <span class="mt-0.5 flex items-start gap-1 text-warn">
                      <Icon of={IconWarn} size={12} class="mt-0.5" />
                      <span>
                        {faultText(found(), step.do === "compute" ? step.expression : "")}
                      </span>
                    </span>
                  )}
                </Show>
              </span>
              <IconButton
                size="sm"
                icon={IconUp}
                label={words().up(stepText(step, t().analytics))}
                disabled={at() === 0}
                onClick={() => props.job.setSteps(moved(steps(), at(), -1))}
              />
              <IconButton
                size="sm"
                icon={IconDown}
                label={words().down(stepText(step, t().analytics))}
                disabled={at() === steps().length - 1}
                onClick={() => props.job.setSteps(moved(steps(), at(), 1))}
              />
              <IconButton
                size="sm"
                icon={IconUndo}
                label={words().undo(stepText(step, t().analytics))}
                onClick={() => props.job.setSteps(steps().filter((one) => one !== step))}
              />
            </li>
          )}
        </For>
      </ol>
      <DropdownMenu
        items={KINDS.map((kind) => ({
          label: words().add[kind],
          onSelect: () => setAdding(kind),
        }))}
        trigger={(attributes) => (
          <Button {...attributes} size="sm" icon={IconAdd} class="self-start">
            {words().menu}
          </Button>
        )}
      />
      <Show when={adding()} keyed>
        {(kind) => (
          <StepDialog
            kind={kind}
            columns={columns()}
            onClose={() => setAdding(undefined)}
            onAdd={(step) => props.job.setSteps([...steps(), step])}
          />
        )}
      </Show>
    </section>
  );
}
