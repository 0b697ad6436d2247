import { Match, Switch, type JSX } from "solid-js";
import { ProblemState } from "./problem-state.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";

/** The part of a query that is shown. */
export interface Shown<T> {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly isSuccess: boolean;
  readonly isFetching: boolean;
  readonly errorUpdatedAt: number;
  refetch(): unknown;
}

/** A query's three faces: its shape while it loads, what went wrong with a way on, or its data. Old data stays. */
export function QueryView<T>(props: {
  query: Shown<T>;
  skeleton?: JSX.Element;
  title?: string;
  children: (data: () => T) => JSX.Element;
}) {
  // Not read while pending or failed: that would suspend or throw to the page.
  const data = () => (props.query.isPending || props.query.error ? undefined : props.query.data);
  return (
    <Switch fallback={props.skeleton ?? <SkeletonRows rows={5} />}>
      <Match when={data()}>{(loaded) => props.children(loaded)}</Match>
      <Match when={props.query.error}>
        <ProblemState
          error={props.query.error}
          title={props.title}
          onRetry={() => void props.query.refetch()}
          retrying={props.query.isFetching}
          at={props.query.errorUpdatedAt}
        />
      </Match>
    </Switch>
  );
}
