import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { Suspense } from "solid-js";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LiveMessage } from "#domain/live/messages.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
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
const totals = { count: 1, all: 1, stages: 1, late: 0, estimatedMinor: 0 };
const KARIM = { userId: "usr_2", name: "Karim Benali", place: "/boards" };

/** The page with an open feed, and the editor of a next action open on a value that nobody has touched. */
async function open() {
  let items = [client];
  fakeServer({
    "get /members": () => Response.json({ items: [] }),
    "get /clients": () => Response.json({ items, nextCursor: null, totals }),
  });
  const history = createMemoryHistory();
  history.set({ value: "/clients" });
  const socket = new EventTarget();
  const deps = {
    ticket: () => Promise.resolve("ticket"),
    open: () =>
      Object.assign(socket, { send: () => undefined, close: () => undefined, readyState: 1 }),
    random: () => 0,
    onWake: () => () => undefined,
  };
  const queries = createQueries();
  renderUi(() => (
    <QueryClientProvider client={queries}>
      <LiveProvider since={0} deps={deps as never}>
        <PageProvider>
          <ClientEditsProvider>
            <Suspense fallback="…">
              <MemoryRouter history={history}>
                <Route path="*" component={ClientsPage} />
              </MemoryRouter>
            </Suspense>
          </ClientEditsProvider>
        </PageProvider>
      </LiveProvider>
    </QueryClientProvider>
  ));
  fireEvent.dblClick(await screen.findByText("Aucune"));
  const input = await screen.findByRole("textbox", { name: "Prochaine action" });
  const hear = async (message: LiveMessage) => {
    socket.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
    await settle(20);
  };
  const isOpen = () => input.isConnected && document.activeElement === input;
  expect(isOpen()).toBe(true);
  return { input, hear, isOpen, queries, answer: (next: typeof items) => (items = next) };
}

const event = (changes: object) => ({
  kind: "events" as const,
  events: [
    {
      seq: 5,
      type: "client.updated",
      topic: "clients",
      entity: "client",
      entityId: client.id,
      actorId: "usr_2",
      actorName: "Karim Benali",
      at: "2026-11-24T08:14:00.000Z",
      after: { ...client, ...changes },
    },
  ],
});

describe("an open editor", () => {
  it("stays while others come, go and change pages", async () => {
    const { hear, isOpen } = await open();
    await hear({ kind: "presence", people: [KARIM] });
    await hear({ kind: "presence", people: [{ ...KARIM, place: "/analytics" }] });
    await hear({ kind: "presence", people: [] });
    expect(isOpen()).toBe(true);
  });

  it("stays when somebody changes its client", async () => {
    const { hear, isOpen } = await open();
    await hear(event({ version: 2, stage: "signed", nextAction: "Signer" }));
    expect(isOpen()).toBe(true);
    await settle(900);
    expect(isOpen()).toBe(true);
  });

  it("stays when everything is read again", async () => {
    const { queries, isOpen, answer, hear } = await open();
    answer([{ ...client, version: 3, phone: "04" }]);
    await queries.invalidateQueries();
    await settle(50);
    expect(isOpen()).toBe(true);
    await hear({ kind: "reset", seq: 9 });
    await settle(50);
    expect(isOpen()).toBe(true);
  });

  it("stays when the session is renewed", async () => {
    const { isOpen } = await open();
    session.enter(signedIn());
    await settle(20);
    expect(isOpen()).toBe(true);
  });

  it("stays when the window loses the focus, and closes when another element takes it", async () => {
    const { input, isOpen } = await open();
    // Another window in front: the element is told, and remains the active one of its document.
    fireEvent.blur(input);
    await settle(20);
    expect(isOpen()).toBe(true);
    input.blur();
    expect(input.isConnected).toBe(false);
  });
});
