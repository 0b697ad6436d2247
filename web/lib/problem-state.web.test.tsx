import { screen } from "@solidjs/testing-library";
import { expect, it, vi } from "vitest";
import { renderUi } from "#web/ui/testing.tsx";
import { ApiProblem } from "./api-problem.ts";
import { ProblemState } from "./problem-state.tsx";

it("says the number of a request that a server answered, for whoever helps", () => {
  const retry = vi.fn<() => void>();
  const error = new ApiProblem("server.error", 500, {}, "req_01JD8V7QK3M9");
  renderUi(() => <ProblemState error={error} onRetry={retry} at="2026-11-24T08:14:07.000Z" />);
  expect(screen.getByText("req_01JD8V7QK3M9")).toBeTruthy();
  screen.getByRole("button", { name: "Réessayer" }).click();
  expect(retry).toHaveBeenCalledOnce();
});

it("promises no number where no server answered", () => {
  renderUi(() => (
    <ProblemState error={new ApiProblem("network.unreachable", 0)} onRetry={() => undefined} />
  ));
  expect(screen.getByRole("alert")).toBeTruthy();
  expect(document.querySelector("code")).toBeNull();
});
