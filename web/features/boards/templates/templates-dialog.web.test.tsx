import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import type { CardTemplate } from "#domain/boards/card-template.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { MovesProvider } from "#web/features/boards/board/moves.tsx";
import { RoomProvider } from "#web/features/boards/board/room.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { SaveAsTemplate } from "./save-as-template.tsx";
import { TemplatesDialog } from "./templates-dialog.tsx";
import { template } from "./testing-templates.ts";

afterEach(() => session.leave());

const list = `/boards/${testId("brd", 1)}/templates`;

interface Asked {
  path: string;
  body: unknown;
}

/** A server that keeps the templates it is sent, refuses old versions, and what a page with it shows. */
async function open(first: CardTemplate[], page: "list" | "card" = "list", may = true) {
  session.enter(
    signedIn({ permissions: ["boards.read", ...(may ? ["boards.write" as const] : [])] }),
  );
  const held = { items: first, away: false };
  const idOf = (path: string) => path.split("/").at(-1) ?? "";
  const put = ({ path, body }: Asked) => {
    const old = held.items.find(({ id }) => id === idOf(path));
    const sent = body as CardTemplate;
    if (old && old.version !== sent.version) {
      return problem("conflict.version", 409, { current: old });
    }
    const kept = { ...template(1), ...sent, id: idOf(path), version: (sent.version ?? 0) + 1 };
    held.items = [...held.items.filter(({ id }) => id !== kept.id), kept];
    return Response.json(kept);
  };
  const remove = ({ path }: Asked) => {
    const gone = held.items.find(({ id }) => id === idOf(path));
    held.items = held.items.filter((one) => one !== gone);
    return Response.json({ ...gone, version: (gone?.version ?? 0) + 1 });
  };
  const known: Record<string, (asked: Asked) => Response> = {
    [`get ${list}`]: () =>
      held.away ? problem("server.error", 500) : Response.json({ ...held, archivedTags: [] }),
  };
  // Ids of new templates are made by the page.
  const get = (_: typeof known, name: string) =>
    known[name] ?? { put, delete: remove }[name.split(" ")[0] ?? ""];
  const asked = fakeServer(new Proxy(known, { get }));
  const { live, record } = await openScene({ write: may, manage: may });
  const opened = vi.fn<(card: string) => void>();
  const closed = vi.fn<() => void>();
  return {
    held,
    live,
    opened,
    closed,
    sent: () => asked.findLast(({ method }) => method === "put")?.body as CardTemplate | undefined,
    show: () =>
      renderPage(() => (
        <RoomProvider live={live} record={record}>
          <MovesProvider>
            {page === "list" ? (
              <TemplatesDialog onClose={closed} onOpen={opened} />
            ) : (
              <SaveAsTemplate card={testId("crd", 1)} onClose={closed} />
            )}
          </MovesProvider>
        </RoomProvider>
      )),
  };
}

async function choose(name: string, action: string) {
  const menu = await screen.findByRole("button", { name: `Actions du modèle ${name}` });
  fireEvent.keyDown(menu, { key: "Enter" });
  const item = await screen.findByRole("menuitem", { name: action });
  fireEvent.pointerDown(item, { button: 0, pointerType: "mouse" });
  fireEvent.pointerUp(item, { button: 0, pointerType: "mouse" });
  fireEvent.click(item);
}
const form = async (name: string) => within(await screen.findByRole("dialog", { name }));
const write = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

test("a card is kept as a template under a name: its content, its date in days, lines as they are written", async () => {
  const scene = await open([], "card");
  const card = testId("crd", 1);
  const made = new Date(scene.live.card(card)?.createdAt ?? "");
  const dueOn = new Date(made.getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  await scene.live.act({ kind: "card.update", card, set: { dueOn, priority: "high" } });
  scene.show();
  const asks = await form("Nouveau modèle d’après la carte");
  expect(asks.getByRole<HTMLInputElement>("textbox", { name: /^Nom du modèle/ }).value).toBe(
    "Card 1",
  );
  write(asks.getByRole("textbox", { name: /^Nom du modèle/ }), " Relevé ");
  fireEvent.click(asks.getByRole("button", { name: "Ajouter une liste de contrôle" }));
  write(asks.getByRole("textbox", { name: "Nom de la liste" }), "Sur place");
  write(asks.getByRole("textbox", { name: /^Lignes/ }), "- Photos\n\n- [ ] Niveaux");
  fireEvent.click(asks.getByRole("button", { name: "Enregistrer" }));
  await waitFor(() => expect(scene.closed).toHaveBeenCalled());
  expect(scene.sent()).toEqual({
    version: null,
    name: "Relevé",
    title: "Card 1",
    description: "",
    priority: "high",
    tags: [],
    cover: null,
    dueIn: 5,
    checklists: [{ name: "Sur place", items: ["Photos", "Niveaux"] }],
  });
});

test("a name that is taken says so, and saving replaces that template", async () => {
  const scene = await open([template(3, { name: "Relevé", version: 4 })], "card");
  scene.show();
  const asks = await form("Nouveau modèle d’après la carte");
  write(asks.getByRole("textbox", { name: /^Nom du modèle/ }), "relevé");
  await asks.findByText(/^Ce tableau a déjà un modèle de ce nom/);
  fireEvent.click(asks.getByRole("button", { name: "Remplacer" }));
  await waitFor(() => expect(scene.held.items).toHaveLength(1));
  await waitFor(() => expect(scene.sent()).toMatchObject({ version: 4, title: "Card 1" }));
  await screen.findByText("Le modèle « relevé » est à jour.");
});

test("what is wrong is said beside its field, and nothing is sent or lost", async () => {
  const scene = await open([], "card");
  scene.show();
  const asks = await form("Nouveau modèle d’après la carte");
  const due = asks.getByRole<HTMLInputElement>("textbox", { name: /^Échéance/ });
  write(due, "bientôt");
  fireEvent.click(asks.getByRole("button", { name: "Enregistrer" }));
  await asks.findByText(/^Indiquez un nombre entier de 0 à 3/);
  expect(due.value).toBe("bientôt");
  expect(scene.sent()).toBeUndefined();
});

test("a template that somebody changed meanwhile is told, kept as written, and replaced by saving again", async () => {
  const scene = await open([template(1)]);
  scene.show();
  fireEvent.click(await screen.findByRole("button", { name: "Modifier Modèle 1" }));
  const asks = await form("Modifier le modèle");
  write(asks.getByRole("textbox", { name: /^Titre de la carte/ }), "Le mien");
  scene.held.items = [template(1, { version: 2, title: "Le leur" })];
  fireEvent.click(asks.getByRole("button", { name: "Enregistrer" }));
  await asks.findByText(/^Quelqu’un a changé ce modèle entre-temps/);
  const title = asks.getByRole<HTMLInputElement>("textbox", { name: /^Titre de la carte/ });
  expect(title.value).toBe("Le mien");
  fireEvent.click(asks.getByRole("button", { name: "Enregistrer" }));
  await waitFor(() => expect(scene.held.items[0]).toMatchObject({ version: 3, title: "Le mien" }));
});

test("a deleted template is offered back, at the version that it was deleted under", async () => {
  const scene = await open([template(1), template(2)]);
  scene.show();
  await choose("Modèle 1", "Supprimer le modèle");
  await screen.findByText("Le modèle « Modèle 1 » est supprimé.");
  await waitFor(() =>
    expect(screen.queryByRole("button", { name: "Modifier Modèle 1" })).toBeNull(),
  );
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await screen.findByRole("button", { name: "Modifier Modèle 1" });
  expect(scene.sent()).toMatchObject({ version: 2, name: "Modèle 1" });
});

test("a copy begins with all but the name; a card is made of one and opened", async () => {
  const scene = await open([template(1, { tags: [] })]);
  scene.show();
  await choose("Modèle 1", "Dupliquer…");
  const asks = await form("Nouveau modèle");
  fireEvent.click(asks.getByRole("button", { name: "Enregistrer" }));
  await screen.findByRole("button", { name: "Modifier Modèle 1 (copie)" });
  expect(scene.sent()).toMatchObject({ version: null, checklists: template(1).checklists });
  await choose("Modèle 1", "Créer une carte");
  await waitFor(() => expect(scene.opened).toHaveBeenCalled());
  const [card] = scene.opened.mock.calls[0] ?? [];
  await waitFor(() => expect(scene.live.card(card ?? "")).toMatchObject({ title: "Visa 1" }));
});

test("whoever only reads sees what there is, and nothing that would be refused", async () => {
  const scene = await open([template(1, { can: { write: false } })], "list", false);
  scene.show();
  const shown = await form("Modèles de carte");
  await shown.findByText("Modèle 1");
  const names = shown.getAllByRole("button").map((one) => one.textContent || one.ariaLabel);
  expect(names).toEqual(["Fermer", "Fermer"]);
});

test("without templates, and when they can't be read, the way on is told", async () => {
  const scene = await open([]);
  scene.held.away = true;
  scene.show();
  fireEvent.click(await screen.findByRole("button", { name: "Réessayer" }, { timeout: 9000 }));
  scene.held.away = false;
  await waitFor(
    () => {
      const again = screen.queryByRole("button", { name: "Réessayer" });
      if (again) fireEvent.click(again);
      screen.getByText("Aucun modèle sur ce tableau");
    },
    { timeout: 5000 },
  );
  screen.getByText(/Enregistrer comme modèle…/);
  fireEvent.click(screen.getByRole("button", { name: "Nouveau modèle" }));
  expect(await form("Nouveau modèle")).toBeTruthy();
});
