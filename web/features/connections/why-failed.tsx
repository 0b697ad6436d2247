import { Show } from "solid-js";
import { ConnectFailure } from "#domain/connections/model.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { TestResult } from "./test-result.tsx";

/** What went wrong with a database: why it could not be opened, as a trial tells it, or any other problem. */
export function WhyFailed(props: { problem: unknown }) {
  const failed = () => {
    const { problem } = props;
    if (!(problem instanceof ApiProblem) || problem.code !== "connection.failed") return undefined;
    const failure = ConnectFailure.safeParse(problem.params["failure"]);
    if (!failure.success) return undefined;
    const { detail } = problem.params;
    const said = typeof detail === "string" ? detail : "";
    return { failure: failure.data, detail: said, server: "", ms: 0, writes: [] };
  };
  return (
    <Show when={failed()} fallback={<FormProblem problem={props.problem} />}>
      {(test) => (
        <div class="mb-4">
          <TestResult test={test()} />
        </div>
      )}
    </Show>
  );
}
