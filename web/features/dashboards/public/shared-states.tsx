import { createEffect, type JSX } from "solid-js";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Wordmark } from "#web/ui/mark.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

function Around(props: { title: string; children: JSX.Element }) {
  createEffect(() => {
    document.title = `${props.title} – Aetheria`;
  });
  return (
    <div class="flex min-h-dvh flex-col bg-canvas">
      <header class="px-6 py-4 phone:px-4">
        <Wordmark />
      </header>
      <main class="flex flex-1 items-center justify-center pb-20">{props.children}</main>
    </div>
  );
}

/** The link opens nothing: why it does not is nobody's business. */
export function SharedGone() {
  const t = useTexts();
  const words = () => t().dashboardShare.page.gone;
  return (
    <Around title={words().title}>
      <div role="status">
        <EmptyState title={words().title} body={words().body} />
      </div>
    </Around>
  );
}

/** The figures could not be had now. */
export function SharedFailed(props: { problem: unknown; onRetry: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const words = () => t().dashboardShare.page;
  return (
    <Around title={words().failed}>
      <div role="alert">
        <EmptyState
          title={words().failed}
          body={say(props.problem)}
          actions={<Button onClick={() => props.onRetry()}>{words().retry}</Button>}
        />
      </div>
    </Around>
  );
}

/** The shape of what is coming. Its words may not be there yet. */
export function SharedWaiting() {
  const { whole } = useLocale();
  const t = useTexts();
  return (
    <div
      class="min-h-dvh bg-canvas p-6 phone:p-4"
      aria-busy="true"
      aria-label={whole() ? t().dashboardShare.page.loading : undefined}
    >
      <Skeleton class="h-7 w-64" />
      <Skeleton class="mt-3 h-4 w-80" />
      <div class="mt-6 grid grid-cols-2 gap-3 phone:grid-cols-1">
        <Skeleton class="h-60" />
        <Skeleton class="h-60" />
      </div>
    </div>
  );
}
