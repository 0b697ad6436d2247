import { MemoryRouter, Route } from "@solidjs/router";
import { screen, within } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, describe, expect, it } from "vitest";
import { LiveProvider } from "#web/lib/live.tsx";
import { PageProvider } from "#web/lib/page.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { Home } from "./home.tsx";

afterEach(() => session.leave());

/** A page whose live connection never opens. */
function show(): void {
  session.enter(signedIn());
  const never = {
    ticket: () => new Promise<string>(() => undefined),
    open: () => new WebSocket("ws://localhost"),
    random: () => 0,
    onWake: () => () => undefined,
  };
  const page = () => (
    <PageProvider>
      <LiveProvider since={null} deps={never}>
        <Home />
      </LiveProvider>
    </PageProvider>
  );
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <MemoryRouter>
        <Route path="/" component={page} />
      </MemoryRouter>
    </QueryClientProvider>
  ));
}

const empty = () => Response.json({ items: [], nextCursor: null });
const figure = async (name: string) => {
  const strip = await screen.findByRole("list", { name: "Chiffres" });
  return within(strip).getByText(name).closest("a")?.textContent;
};

describe("Home", () => {
  it("claims nothing of what could not be read", async () => {
    fakeServer({
      "get /clients": () => Response.json({ items: [], nextCursor: null, totals: { count: 33 } }),
      "get /tasks": () => problem("server.error", 500),
      "get /boards": empty,
      "get /members": () => problem("server.error", 500),
    });
    show();
    await expect.poll(() => figure("À faire pour vous")).toBe("À faire pour vous–Indisponible");
    expect(await figure("Équipe")).toBe("Équipe–Indisponible");
    expect(await figure("Clients")).toBe("Clients33actifs");
    expect(screen.queryByText("Rien d’échu")).toBeNull();
  });

  it("says of nobody that they are online or not while there is no connection", async () => {
    fakeServer({
      "get /clients": () => Response.json({ items: [], nextCursor: null, totals: { count: 0 } }),
      "get /tasks": empty,
      "get /boards": empty,
      "get /members": () => Response.json({ items: [{}, {}] }),
    });
    show();
    await expect.poll(() => figure("Équipe")).toBe("Équipe2");
    expect(await figure("À faire pour vous")).toBe("À faire pour vous0Rien d’échu");
    screen.getByText("Se met à jour avec la connexion.");
    expect(screen.queryByText("Personne d’autre pour l’instant.")).toBeNull();
  });
});
