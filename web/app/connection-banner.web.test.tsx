import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, it, vi } from "vitest";
import { api } from "#web/lib/api.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { createQueries } from "#web/lib/query-cache.ts";
import { neverLive, renderPage } from "#web/lib/testing-page.tsx";
import type { SocketLike } from "#web/lib/room-socket.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { ConnectionBanner } from "./connection-banner.tsx";

afterEach(() => session.leave());

function Page() {
  const query = useQuery(() => ({
    queryKey: ["members"],
    queryFn: () => api("get /members", { quiet: true }),
  }));
  return (
    <>
      <ConnectionBanner />
      <QueryView query={query}>{() => <p>lu</p>}</QueryView>
    </>
  );
}

it("what a page opened without a network could not read is read when it is back, and the error goes", async () => {
  session.enter(signedIn());
  fakeServer({ "get /members": () => Response.json({ items: [] }) });
  // As a reload without a network: nothing that is mounted later sees it go away.
  dispatchEvent(new Event("offline"));
  renderPage(Page);
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("hors ligne"), {
    timeout: 5_000,
  });
  dispatchEvent(new Event("online"));
  await screen.findByText("lu");
  expect(screen.queryByText(/Vous êtes hors ligne/)).toBeNull();
});

it("what was read long ago and followed since is as of when the network went", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T09:31:00Z") });
  session.enter(signedIn());
  fakeServer({ "get /members": () => Response.json({ items: [] }) });
  const socket = Object.assign(new EventTarget(), {
    readyState: 1,
    send: () => undefined,
    close: () => undefined,
  });
  renderPage(Page, createQueries(), {
    ...neverLive,
    ticket: () => Promise.resolve("ticket"),
    open: () => socket as unknown as SocketLike,
  });
  await screen.findByText("lu");
  socket.dispatchEvent(new Event("open"));
  vi.setSystemTime(new Date("2026-11-24T09:42:00Z"));
  dispatchEvent(new Event("offline"));
  socket.dispatchEvent(new CloseEvent("close", { code: 1006 }));
  expect((await screen.findByText(/hors ligne/i)).parentElement?.textContent).toContain("10:42");
  dispatchEvent(new Event("online"));
  vi.useRealTimers();
});
