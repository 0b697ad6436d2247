import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { AskPage } from "./ask-page.tsx";

vi.mock("#web/features/analytics/current-library.ts", () => ({
  preload: () => undefined,
  currentLibrary: () => ({}),
}));
vi.mock("#web/features/sources/use-sources.ts", () => ({
  useSources: () => ({ query: { data: [] }, all: () => [], state: () => ({ kind: "absent" }) }),
}));

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const WORKSPACE = {
  id: "wsp_1",
  title: "Ventes 2026",
  version: 1,
  can: { write: true },
};
const budget = { used: 0, limit: 1000 };

/** The page of whoever holds these keys, on an installation that is ready to ask or not. */
function show(ready: boolean, keys: readonly string[], write = true) {
  session.enter(signedIn({ permissions: [...keys] as never }));
  const asked = fakeServer({
    "get /workspaces/": () => Response.json({ ...WORKSPACE, can: { write } }),
    "get /questions": () => Response.json({ items: [], nextCursor: null }),
    "get /ai/status": () =>
      Response.json({ ready, model: "claude-sonnet-5-5", person: budget, organization: budget }),
  });
  renderPage(() => <AskPage />);
  return asked;
}

test("without a key of the installation the page says so, and leads to what works without one", async () => {
  show(false, ["analytics.read", "analytics.ask"]);
  await screen.findByText("Les questions à Claude ne sont pas activées");
  expect(screen.getByText(/aperçu, questions suggérées, constructeur et SQL/)).toBeTruthy();
  const ways = screen.getAllByRole("link").map((link) => link.getAttribute("href") ?? "");
  for (const way of ["/build", "/build?sql=1"])
    expect(ways.some((href) => href.endsWith(way))).toBe(true);
  expect(screen.queryByRole("textbox")).toBeNull();
});

test.each([
  [true, /Ajoutez un fichier, une table de votre base/],
  [false, /Demandez à quelqu’un qui peut le modifier/],
])(
  "a workspace without data leads to some (may change it: %s), and no question waits for them",
  async (write, way) => {
    show(true, ["analytics.read", "analytics.ask"], write);
    await screen.findByText("Pas encore de données à interroger");
    screen.getByText(way);
    expect(screen.queryAllByRole("button", { name: "Ajouter un fichier" })).toHaveLength(
      write ? 1 : 0,
    );
    const bar = screen.getByRole<HTMLTextAreaElement>("textbox");
    fireEvent.input(bar, { target: { value: "Quel est le CA ?" } });
    fireEvent.keyDown(bar, { key: "Enter" });
    expect(bar.value).toBe("Quel est le CA ?");
    expect(screen.getByRole("button", { name: "Envoyer la question" })).toHaveProperty(
      "disabled",
      true,
    );
    expect(screen.queryByRole("button", { name: "Arrêter" })).toBeNull();
  },
);

test("whoever may not ask is told in plain words whom to turn to, and nothing of theirs is read", async () => {
  const asked = show(true, ["analytics.read"]);
  await screen.findByText("Vous ne pouvez pas poser de question à Claude");
  expect(screen.getByText(/la personne qui gère les membres/)).toBeTruthy();
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(asked.filter(({ path }) => path.startsWith("/ai/asks"))).toEqual([]);
});
