import { screen, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { Home } from "./home.tsx";

afterEach(() => session.leave());

/** A page whose live connection never opens. */
function show(): void {
  session.enter(signedIn());
  renderPage(Home);
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
