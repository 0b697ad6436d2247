import { onCleanup, onMount, Show, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { ProgressBar } from "#web/ui/progress.tsx";
import { CleaningPanel } from "./cleaning-panel.tsx";
import { DecisionPanel } from "./decision-panel.tsx";
import type { Import } from "./import-state.ts";
import { PreviewPane } from "./preview-pane.tsx";
import { Refusal } from "./refusal.tsx";

/** Refused before it was read: there is no step to be at, and nothing to go on with. */
export const isRefused = (job: Import): boolean =>
  job.state.phase === "failed" && job.state.reading === undefined;

/** Goes on by Ctrl+Enter or ⌘+Enter wherever the focus is, while `when` holds: it would press the button or open the list there. */
export function createGoOnKey(goOn: () => unknown, when: () => boolean = () => true): void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey) || !when()) return;
    event.preventDefault();
    event.stopPropagation();
    void goOn();
  };
  onMount(() => addEventListener("keydown", onKey, true));
  onCleanup(() => removeEventListener("keydown", onKey, true));
}

/** Leaves the page, or while a file that was read before is read anew, breaks that off. */
export function CancelReading(props: { job: Import; onLeave: () => void }) {
  const t = useTexts();
  return (
    <Show
      when={props.job.state.phase === "reading" && props.job.state.imported}
      fallback={
        <Button kind="ghost" onClick={() => props.onLeave()}>
          {t().ui.cancel}
        </Button>
      }
    >
      <Button kind="ghost" onClick={() => props.job.cancel()}>
        {t().analytics.progress.cancel}
      </Button>
    </Show>
  );
}

/** How a file is read and cleaned at the left, what comes of it at the right, and how far that is above both. */
export function ReadingBody(props: {
  job: Import;
  /** Between how it is read and how it is cleaned. */
  aside?: JSX.Element;
  refusedActions: JSX.Element;
}) {
  const t = useTexts();
  const words = () => t().analytics;
  const busy = () => props.job.state.phase === "reading" || props.job.state.phase === "keeping";
  return (
    <>
      <Show when={busy()}>
        <ProgressBar
          label={
            props.job.state.phase === "keeping"
              ? words().progress.keeping
              : words().reading.inProgress
          }
          value={
            props.job.state.progress === undefined
              ? undefined
              : Math.round(props.job.state.progress * 100)
          }
          class="rounded-none"
        />
      </Show>
      <div class="flex min-h-0 flex-1 phone:relative phone:flex-col phone:overflow-y-auto">
        <Show when={!isRefused(props.job)}>
          <aside class="w-82 shrink-0 overflow-y-auto border-r border-line bg-canvas phone:w-full phone:overflow-visible phone:border-r-0 phone:border-b">
            <DecisionPanel job={props.job} />
            {props.aside}
            <CleaningPanel job={props.job} />
          </aside>
        </Show>
        <Show
          when={props.job.state.phase !== "failed"}
          fallback={
            <Refusal
              error={props.job.state.error}
              size={props.job.file.size}
              onRetry={() => props.job.retry()}
              actions={props.refusedActions}
            />
          }
        >
          <PreviewPane job={props.job} />
        </Show>
      </div>
    </>
  );
}
