import type { JSX } from "solid-js";
import { ErrorState } from "#web/ui/error-state.tsx";
import { ApiProblem } from "./api-problem.ts";
import type { Instant } from "./format.ts";
import { useProblemText } from "./problem-text.ts";

/** A read that failed: why in words, a way on, and the number of the request where a server answered. */
export function ProblemState(props: {
  error: unknown;
  title?: string | undefined;
  /** In the place of the words of its code. */
  body?: JSX.Element;
  onRetry: () => void;
  retrying?: boolean | undefined;
  at?: Instant | undefined;
  actions?: JSX.Element;
}) {
  const say = useProblemText();
  const problem = () => (props.error instanceof ApiProblem ? props.error : undefined);
  return (
    <ErrorState
      title={props.title}
      body={props.body ?? say(props.error)}
      onRetry={() => props.onRetry()}
      retrying={props.retrying}
      requestId={problem()?.requestId}
      at={problem()?.requestId === undefined ? undefined : props.at}
      actions={props.actions}
    />
  );
}
