import { MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it, vi } from "vitest";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { PageBoundary } from "./page-boundary.tsx";

function Broken(props: { error: unknown }): never {
  throw props.error;
}

function show(error: unknown) {
  const [broken, setBroken] = createSignal(true);
  const page = () => (
    <PageBoundary>
      <Show when={broken()} fallback={<p>réparé</p>}>
        <Broken error={error} />
      </Show>
    </PageBoundary>
  );
  renderUi(() => (
    <MemoryRouter>
      <Route path="*" component={page} />
    </MemoryRouter>
  ));
  return setBroken;
}

it("shows a problem with its words and its request number, and tries again", async () => {
  const setBroken = show(new ApiProblem("server.unavailable", 503, {}, "req_42"));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("momentanément indisponible");
  expect(alert.textContent).toContain("req_42");
  setBroken(false);
  fireEvent.click(screen.getByRole("button", { name: "Réessayer" }));
  expect(await screen.findByText("réparé")).toBeTruthy();
});

it("tells a bug to the console and not to the person", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const bug = new TypeError("x is not a function");
  show(bug);
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).not.toContain("x is not a function");
  expect(told).toHaveBeenCalledWith(bug);
  told.mockRestore();
});
