import { MemoryRouter, Route } from "@solidjs/router";
import { QueryClientProvider, type QueryClient } from "@tanstack/solid-query";
import type { Component } from "solid-js";
import { renderUi } from "#web/ui/testing.tsx";
import { LiveProvider } from "./live.tsx";
import { PageProvider } from "./page.tsx";
import { createQueries } from "./query-cache.ts";
import type { SocketDeps } from "./room-socket.ts";

/** A live connection that never opens: its ticket never comes. */
export const neverLive = {
  ticket: () => new Promise<string>(() => undefined),
  open: () => {
    throw new Error("not asked for");
  },
  random: () => 0,
  onWake: () => () => undefined,
};

/** Renders a page with what the frame gives it: an address, reads, the place of its title, a feed that never opens unless told. */
export function renderPage(
  Page: Component,
  queries: QueryClient = createQueries(),
  live: SocketDeps = neverLive,
) {
  return renderUi(() => (
    <QueryClientProvider client={queries}>
      <MemoryRouter>
        <Route
          path="*"
          component={() => (
            <PageProvider>
              <LiveProvider since={null} deps={live}>
                <Page />
              </LiveProvider>
            </PageProvider>
          )}
        />
      </MemoryRouter>
    </QueryClientProvider>
  ));
}
