import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { onPhone, press, renderUi } from "#web/ui/testing.tsx";
import { ClientsPage } from "./clients-page.tsx";
import { ClientEditsProvider } from "./edits-provider.tsx";
import { viewed } from "./testing.tsx";

// jsdom lays nothing out: give elements the size of a window.
const sizes = { offsetHeight: 600, offsetWidth: 1200, clientHeight: 600 };
beforeAll(() => {
  for (const [name, value] of Object.entries(sizes))
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
});
afterAll(() => {
  for (const name of Object.keys(sizes)) Reflect.deleteProperty(HTMLElement.prototype, name);
});
beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

const client = viewed();
const totals = { count: 1, all: 64, stages: 1, late: 0, estimatedMinor: 4_500_000 };
const page = (items: unknown[]) => () => Response.json({ items, nextCursor: null, totals });

function show(answers: Parameters<typeof fakeServer>[0], address = "/clients") {
  const asked = fakeServer({ "get /members": () => Response.json({ items: [] }), ...answers });
  const history = createMemoryHistory();
  history.set({ value: address });
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <LiveProvider since={null} deps={neverLive}>
        <PageProvider>
          <ClientEditsProvider>
            <MemoryRouter history={history}>
              <Route path="*" component={ClientsPage} />
            </MemoryRouter>
          </ClientEditsProvider>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  return { asked, history };
}

describe("ClientsPage", () => {
  it("asks the server for what the address says", async () => {
    const { asked } = show({ "get /clients": page([client]) }, "/clients?stage=new,dev&sort=stage");
    await screen.findByText("Résidence Les Tilleuls");
    const list = asked.find(({ path }) => path.startsWith("/clients?"))?.path ?? "";
    expect(Object.fromEntries(new URLSearchParams(list.split("?")[1]))).toMatchObject({
      stage: "new,dev",
      sort: "stage",
      direction: "asc",
    });
  });

  it("shows an inline edit at once and sends it with its version", async () => {
    const answer = { ...client, company: client.company, nextAction: "Rappeler", version: 2 };
    const { asked } = show({
      "get /clients": page([client]),
      [`patch /clients/${client.id}`]: () => Response.json(answer),
    });
    const cell = await screen.findByText("Aucune");
    fireEvent.dblClick(cell);
    fireEvent.input(screen.getByLabelText("Prochaine action", { selector: "input" }), {
      target: { value: "Rappeler" },
    });
    press("Enter");
    expect(screen.getByText("Rappeler")).toBeTruthy();
    await waitFor(() =>
      expect(asked.find(({ method }) => method === "patch")?.body).toEqual({
        version: 1,
        changes: { nextAction: "Rappeler" },
      }),
    );
  });

  it("counts all clients in their view, whatever the conditions show of them", async () => {
    show({ "get /clients": page([client]) }, "/clients?stage=new,dev");
    await screen.findByText("Résidence Les Tilleuls");
    expect(screen.getByRole("tab", { name: /^Tous/ }).textContent).toBe("Tous64");
  });

  it("has a first heading", async () => {
    show({ "get /clients": page([client]) });
    expect(await screen.findByRole("heading", { level: 1, name: "Clients" })).toBeTruthy();
  });

  it("offers a selection to those alone who can do something with it", async () => {
    show({ "get /clients": page([client]) });
    await screen.findByText("Résidence Les Tilleuls");
    expect(screen.getAllByRole("checkbox").length).toBeGreaterThan(0);
    session.enter(signedIn({ permissions: ["clients.read"] }));
    expect(screen.queryAllByRole("checkbox")).toEqual([]);
  });

  it("tells what went wrong, with the request, and tries again", async () => {
    let down = true;
    show({
      "get /clients": () => (down ? problem("server.error", 500) : page([client])()),
    });
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("La liste n’a pas pu être lue");
    expect(alert.textContent).toContain("req_TEST");
    down = false;
    fireEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    await screen.findByText("Résidence Les Tilleuls");
  });

  it("has one button to add the first client on a phone: the page's own", async () => {
    onPhone();
    show({ "get /clients": page([]) });
    await screen.findByText("Aucun client pour l’instant");
    // The frame, which isn't here, would show the page's.
    expect(screen.queryAllByRole("button", { name: /Client/ })).toHaveLength(0);
    vi.unstubAllGlobals();
  });

  it("offers to add the first client, or to take the filters away", async () => {
    show({ "get /clients": page([]) });
    await screen.findByText("Aucun client pour l’instant");
    show({ "get /clients": page([]) }, "/clients?stage=new");
    expect(await screen.findByText("Aucun client ne correspond")).toBeTruthy();
  });
});
