import IconBad from "~icons/lucide/octagon-alert";
import IconTest from "~icons/lucide/play";
import { Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { MeasureTest } from "./create-measure-test.ts";

/** Runs a measure on its source: the figure, or why there is none. */
export function MeasureTestRow(props: { test: MeasureTest }) {
  const t = useTexts();
  return (
    <div class="flex flex-wrap items-center gap-3">
      <Button
        size="sm"
        icon={IconTest}
        loading={props.test.pending()}
        onClick={() => void props.test.run()}
      >
        {t().semantic.test}
      </Button>
      <output class="min-w-0 flex-1" aria-live="polite">
        <Show when={props.test.figure()}>
          {(figure) => (
            <>
              <span class="num font-semibold">{figure()}</span>{" "}
              <span class="text-small break-words text-ink-2">
                {t().semantic.filtered(props.test.filters())}
              </span>
            </>
          )}
        </Show>
        <Show when={props.test.reason()}>
          {(reason) => <span class="text-small break-words text-bad">{reason()}</span>}
        </Show>
      </output>
    </div>
  );
}

/** The same in the head of a measure, whether it is open or not. */
export function MeasureMark(props: { test: MeasureTest }) {
  const t = useTexts();
  return (
    <>
      <Show when={props.test.figure()}>
        {(figure) => (
          <>
            <span class="ml-auto min-w-0 truncate pl-2 text-small text-ink-3 phone:hidden">
              {t().semantic.filtered(props.test.filters())}
            </span>
            <span class="num shrink-0 text-ink-2 phone:ml-auto">{figure()}</span>
          </>
        )}
      </Show>
      <Show when={props.test.reason()}>
        <span class="ml-auto flex shrink-0 items-center gap-1 text-small text-bad">
          <Icon of={IconBad} size={14} /> {t().semantic.noFigure}
        </span>
      </Show>
    </>
  );
}
