import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { fireEvent } from "@solidjs/testing-library";
import type { ImportInput, ImportPart, ImportView } from "#domain/board-imports/model.ts";
import { bytes, json, NOTION, TRELLO } from "#domain/board-imports/testing.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { template } from "#web/features/boards/templates/testing-templates.ts";
import { ImportFlow, ImportPage } from "./import-page.tsx";

afterEach(() => session.leave());

const ID = testId("imp", 1);
const BOARD = testId("brd", 1);

/** A server that takes one import and works it off in two steps. */
function server(more: Parameters<typeof fakeServer>[0] = {}) {
  let view: ImportView | null = null;
  const parts: ImportPart[] = [];
  const step = (set: Partial<ImportView>) => {
    view = { ...view!, ...set, version: view!.version + 1 };
    return Response.json(view);
  };
  const asked = fakeServer({
    ...more,
    "get /boards": () => Response.json({ items: [], nextCursor: null }),
    "get /members": () => Response.json({ items: [] }),
    "get /clients": () => Response.json({ items: [] }),
    "get /board-imports": () => Response.json({ items: view ? [view] : [] }),
    "post /board-imports": ({ body }) => {
      const { source, fileName, title, total } = body as ImportInput;
      view = {
        id: ID,
        version: 1,
        state: "filling",
        source,
        fileName,
        boardId: BOARD,
        title,
        newBoard: true,
        total,
        done: 0,
        refused: [],
        kept: 0,
        startedBy: { id: testId("usr", 1), name: "Claire" },
        startedAt: "2026-11-21T10:00:00.000Z",
        finishedAt: null,
      };
      return Response.json(view, { status: 201 });
    },
    [`put /board-imports/${ID}/parts/0`]: ({ body }) => {
      parts.push(body as ImportPart);
      return new Response(null, { status: 204 });
    },
    [`post /board-imports/${ID}/run`]: () => {
      if (view?.state === "undoing") return step({ state: "undone", kept: 1 });
      if (view?.state === "filling") return step({ state: "running", done: 1 });
      return step({ state: "done", done: view?.total ?? 0 });
    },
    [`post /board-imports/${ID}/undo`]: () => step({ state: "undoing", done: 0 }),
  });
  return { asked, parts };
}

function drop(name: string, content: Uint8Array) {
  give(new File([content as Uint8Array<ArrayBuffer>], name));
}

function give(...files: File[]) {
  const input = document.querySelector("[data-testid=board-file]") as HTMLInputElement;
  fireEvent.change(input, { target: { files } });
}

function open() {
  session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
  const made = server();
  renderPage(ImportPage);
  return made;
}

describe("the import page", () => {
  it("shows what a file will make, makes it, and takes it back", async () => {
    const { asked, parts } = open();
    drop("chantier.json", json(TRELLO));
    expect(await screen.findByText("Ce qui sera créé")).toBeTruthy();
    expect(screen.getByText("chantier.json")).toBeTruthy();
    expect(screen.queryByText("Déposez un fichier ici")).toBeNull();
    expect(screen.getByText(/4 cartes · 4 colonnes/)).toBeTruthy();
    const told = (name: string) =>
      [...screen.getByRole("region", { name }).querySelectorAll("li")].map((li) => li.textContent);
    expect(told("Repris")).toContain("2 commentaires, au nom de leurs auteurs");
    expect(told("Repris")).toContain("1 carte archivée, dans l’archive");
    expect(told("Gardé en texte, sous les descriptions")).toContain("1 lien de pièce jointe");
    expect(told("Pas repris")).toEqual([
      "1 fichier : l’export n’en contient pas le contenu",
      "3 commentaires absents du fichier ou en trop",
      "1 action de l’historique",
    ]);
    fireEvent.click(screen.getByRole("checkbox", { name: /ce qui est archivé/ }));
    expect(screen.getByText(/2 cartes · 3 colonnes/)).toBeTruthy();
    expect(told("Pas repris")).toContain("2 cartes archivées");
    fireEvent.click(screen.getByRole("checkbox", { name: /ce qui est archivé/ }));
    expect(screen.getByText(/Yann Tanguy : aucun membre/)).toBeTruthy();
    expect(asked.filter(({ method }) => method !== "get")).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Importer" }));
    await screen.findByRole("link", { name: "Ouvrir le tableau" });
    const [started] = asked
      .filter(({ path }) => path === "/board-imports")
      .filter(({ method }) => method === "post");
    expect(started?.body).toMatchObject({ source: "trello", title: "Chantier Quimper", total: 4 });
    const [part] = parts;
    expect(part?.cards.map(({ fields }) => fields.title)).toEqual([
      "Déposer le permis",
      "Couler la dalle",
      "Dans une liste archivée",
      "Archivée",
    ]);
    expect(part?.comments).toHaveLength(2);
    expect(part?.cards[0]?.checklists).toHaveLength(1);
    fireEvent.click(await screen.findByRole("button", { name: "Retirer l’import" }));
    const confirm = await screen.findByRole("dialog");
    fireEvent.click(
      [...confirm.querySelectorAll("button")].find(
        (button) => button.textContent === "Retirer l’import",
      )!,
    );
    expect(await screen.findByText(/1 carte modifiée depuis, gardée/)).toBeTruthy();
  });

  it("tells what is wrong with a row, and what to do", async () => {
    open();
    drop("notion.csv", bytes(NOTION));
    const table = await screen.findByRole("table");
    const rows = [...table.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(rows).toContain("4Priorité inconnue : laissée dans la description.Cosmique");
  });

  it.each([
    ["photo.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47]), "C’est une image"],
    ["devis.pdf", bytes("%PDF-1.7"), "C’est un document"],
    [
      "cartes.xlsx",
      bytes("PK\u0003\u0004 xl/workbook.xml"),
      "enregistrez la feuille au format CSV",
    ],
    ["connexion.json", bytes("<!doctype html>"), "C’est une page web"],
    ["package.json", json({ name: "x" }), "Trouvé dans ce fichier : name"],
    ["vide.json", bytes(""), "Ce fichier est vide"],
    ["coupe.json", bytes('{"lists": ['), "Téléchargez-le de nouveau"],
    ["prix.csv", bytes("Prix\n1"), "La première ligne doit nommer les colonnes"],
    ["ouvert.csv", bytes('Nom\n"jamais'), "Ligne 2"],
  ])("says why %s can’t be read, and what to do", async (name, content, words) => {
    open();
    drop(name, content);
    await waitFor(() => expect(document.body.textContent).toContain(words));
    expect(screen.queryByText("Ce qui sera créé")).toBeNull();
  });

  it("reads no file over 64 MB, no folder, and no two at once", async () => {
    open();
    const big = new File(["x"], "gros.json");
    Object.defineProperty(big, "size", { value: 70 * 1024 * 1024 });
    Object.defineProperty(big, "arrayBuffer", { value: () => Promise.reject(new Error("read")) });
    give(big);
    expect(await screen.findByText(/dépasse 64 Mo/)).toBeTruthy();
    const folder = new File(["x"], "dossier");
    Object.defineProperty(folder, "arrayBuffer", {
      value: () => Promise.reject(new DOMException("", "NotFoundError")),
    });
    give(folder);
    expect(await screen.findByText(/n’a pas pu être lu/)).toBeTruthy();
    give(new File(["a"], "un.csv"), new File(["b"], "deux.csv"));
    expect(await screen.findByText(/déposez un seul fichier/)).toBeTruthy();
  });

  it("makes a board from another one, with its cards or with its columns alone", async () => {
    session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
    const { asked, parts } = server({
      [`get /boards/${BOARD}/export.json`]: () =>
        Response.json({
          format: "aetheria.board",
          version: 1,
          title: "Modèle de chantier",
          prefix: "MC",
          exportedAt: "2026-11-21T10:00:00.000Z",
          columns: [{ name: "À faire", category: "todo", wipLimit: 4 }],
          cards: [],
          templates: [template(7, { name: "Visa" })],
        }),
    });
    renderPage(() => <ImportFlow from={BOARD} />);
    const bare = await screen.findByRole("checkbox", { name: /colonnes seulement/ });
    fireEvent.click(bare);
    fireEvent.click(screen.getByRole("button", { name: "Importer" }));
    await screen.findByRole("link", { name: "Ouvrir le tableau" });
    const [started] = asked.filter(({ method }) => method === "post");
    expect(started?.body).toMatchObject({
      title: "Modèle de chantier (copie)",
      total: 0,
      columns: [{ name: "À faire", wipLimit: 4, isNew: true }],
    });
    // The card templates of the other board, under ids of their own.
    expect(parts).toMatchObject([{ cards: [], templates: [{ name: "Visa", dueIn: 10 }] }]);
    expect(JSON.stringify(parts)).not.toContain(testId("tpl", 7));
  });

  it("keeps the file and says so when the server refuses", async () => {
    session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
    fakeServer({
      "get /boards": () => Response.json({ items: [], nextCursor: null }),
      "get /members": () => Response.json({ items: [] }),
      "get /clients": () => Response.json({ items: [] }),
      "get /board-imports": () => Response.json({ items: [] }),
      "post /board-imports": () => problem("permission.denied", 403),
    });
    renderPage(ImportPage);
    drop("chantier.json", json(TRELLO));
    fireEvent.click(await screen.findByRole("button", { name: "Importer" }));
    await waitFor(() => expect(screen.getByRole("button", { name: "Importer" })).toBeTruthy());
    expect(screen.getByText("Ce qui sera créé")).toBeTruthy();
  });
});

it("a board is called as its file, without the number that Notion puts behind the name", async () => {
  open();
  drop("Tâches 2f6c1d0e9b8a47c5a3f2e1d0c9b8a7f6_all.csv", bytes(NOTION));
  const title = await screen.findByRole<HTMLInputElement>("textbox", { name: "Nom du tableau" });
  expect(title.value).toBe("Tâches");
});
