import { useIsRouting, useLocation } from "@solidjs/router";
import { createEffect, createMemo, ErrorBoundary, on, Suspense, type JSX } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { ErrorState } from "#web/ui/error-state.tsx";

/** Holds what breaks in a page inside that page, with a way on; the next address starts anew. */
export function PageBoundary(props: { children: JSX.Element; fallback?: JSX.Element }) {
  return (
    <ErrorBoundary
      fallback={(error, reset) => <PageFailure error={error as unknown} reset={reset} />}
    >
      <Suspense fallback={props.fallback}>
        <Held>{props.children}</Held>
      </Suspense>
    </ErrorBoundary>
  );
}

/**
 * A page that suspends, and comes back while the next one is on its way, would stay in that one's place for ever: Solid tells the
 * boundary of no change. Once a navigation is over it is told; nothing is made anew.
 */
function Held(props: { children: JSX.Element }): JSX.Element {
  const isRouting = useIsRouting();
  const page = createMemo(() => props.children);
  const held = createMemo(() => {
    isRouting();
    return () => page();
  });
  return <>{held()}</>;
}

function PageFailure(props: { error: unknown; reset: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const location = useLocation();
  const problem = () => (props.error instanceof ApiProblem ? props.error : undefined);
  createEffect(() => {
    if (!problem()) console.error(props.error);
  });
  createEffect(
    on(
      () => location.pathname,
      () => props.reset(),
      { defer: true },
    ),
  );
  return (
    <ErrorState
      title={problem() ? undefined : t().app.crash.title}
      body={problem() ? say(problem()) : t().app.crash.body}
      onRetry={props.reset}
      requestId={problem()?.requestId}
      at={Date.now()}
      actions={<Button onClick={() => window.location.reload()}>{t().app.crash.reload}</Button>}
    />
  );
}
