import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { screen } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { ErrorBoundary, lazy, Suspense } from "solid-js";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { createFrameState, FrameContext } from "./frame-state.ts";
import { Rail } from "./rail.tsx";

beforeEach(() => {
  session.enter(signedIn());
  vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
});
afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

it("shows the boards that arrive while the page of a board is still on its way", async () => {
  const boards = ["brd_1", "brd_2"].map((id) => ({ id, title: id, can: { write: true } }));
  let answer: () => void = () => undefined;
  fakeServer({
    "get /boards": () =>
      new Promise<Response>((resolve) => {
        answer = () => resolve(Response.json({ items: boards }));
      }),
  });
  let arrive: (page: { default: () => string }) => void = () => undefined;
  const Board = lazy(() => new Promise<{ default: () => string }>((done) => (arrive = done)));
  const history = createMemoryHistory();
  history.set({ value: "/clients" });
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <MemoryRouter
        history={history}
        root={(props) => (
          <FrameContext.Provider value={createFrameState()}>
            <ErrorBoundary fallback="Tout s’est arrêté">
              <Rail />
            </ErrorBoundary>
            <Suspense>{props.children}</Suspense>
          </FrameContext.Provider>
        )}
      >
        <Route path="/clients" component={() => "Les clients"} />
        <Route path="/boards/:id" component={Board} />
      </MemoryRouter>
    </QueryClientProvider>
  ));
  await screen.findByText("Les clients");
  history.set({ value: "/boards/brd_2" });
  await settle(5);
  answer();
  await settle(20);
  arrive({ default: () => "Le tableau" });
  await screen.findByText("Le tableau");
  const here = await screen.findByRole("link", { name: "brd_2" });
  expect(here.getAttribute("aria-current")).toBe("page");
  expect(screen.getByRole("link", { name: "brd_1" }).getAttribute("aria-current")).toBeNull();
});
