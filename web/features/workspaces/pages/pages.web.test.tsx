import { cleanup, fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { DataSet } from "#domain/analytics/data-set.ts";
import type { SourceView } from "#domain/sources/model.ts";
import {
  listOf,
  sampleSource,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import { problem } from "#web/lib/testing-server.ts";
import { HomePage } from "./home-page.tsx";
import { WorkspacePage } from "./workspace-page.tsx";

let files: DataSet[] = [];
const library = {
  keeper: { engine: () => Promise.resolve({}), generation: () => 1 },
  list: () => Promise.resolve(files),
};
vi.mock("#web/features/analytics/current-library.ts", () => ({
  currentLibrary: () => library,
  preload: () => undefined,
  onEngineKilled: () => () => undefined,
  handOver: { put: () => undefined, take: () => undefined, clear: () => undefined },
}));

beforeEach(() => void (files = []));
afterEach(() => session.leave());

const counts = { sources: 2, questions: 0, dashboards: 1 };
const at = "/analytics/w/:workspace";
const one = {
  "get /workspaces/wsp_00000000000000000000000000": () => Response.json(sampleWorkspace()),
};

describe("the home of analyses", () => {
  it("says in one sentence what to do where there is nothing", async () => {
    showAnalyses(HomePage, "/analytics", { "get /workspaces": () => listOf() });
    await screen.findByText(/il est lu dans votre navigateur/);
    expect(screen.getByRole("button", { name: /Espace/ })).toBeTruthy();
  });

  it("offers nothing to create to whoever may only read", async () => {
    const answers = { "get /workspaces": () => listOf() };
    showAnalyses(HomePage, "/analytics", answers, ["analytics.read"]);
    await screen.findByText(/il est lu dans votre navigateur/);
    expect(screen.queryByRole("button", { name: /Espace/ })).toBeNull();
  });

  it("lists workspaces with what each holds, and deletes one with a way back", async () => {
    let gone = false;
    const item = { ...sampleWorkspace(), ...counts };
    const question = { id: "qst_1", workspaceId: item.id, title: "Par agence" };
    const { asked } = showAnalyses(HomePage, "/analytics", {
      "get /workspaces": () => (gone ? listOf() : listOf(item)),
      "get /questions": () => (gone ? listOf() : listOf(question)),
      [`delete /workspaces/${item.id}`]: () => {
        gone = true;
        return new Response(null, { status: 204 });
      },
      [`post /workspaces/${item.id}/restore`]: () => {
        gone = false;
        return Response.json(sampleWorkspace());
      },
    });
    await screen.findByRole("link", { name: "Ventes" });
    expect(screen.getByText("2 sources · 1 tableau de bord")).toBeTruthy();
    fireEvent.keyDown(screen.getByRole("button", { name: "Actions pour Ventes" }), {
      key: "Enter",
    });
    fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Supprimer l’espace" }), {
      key: "Enter",
    });
    await screen.findByText(/Espace « Ventes » supprimé/);
    // What it held is listed no more either, and comes back with it.
    await waitFor(() => expect(screen.queryByRole("link", { name: "Par agence" })).toBeNull());
    fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
    await waitFor(() =>
      expect(asked.some(({ path }) => path === `/workspaces/${item.id}/restore`)).toBe(true),
    );
    await screen.findByRole("link", { name: "Ventes" });
    await screen.findByRole("link", { name: "Par agence" });
  });

  it("says of each file of this device whether it stays there or has a copy on the server", async () => {
    const profiles = [{ name: "agence", kind: "text" }];
    const own = { size: 10, rows: 3, addedAt: 1, reading: {}, profiles };
    files = [
      { ...own, id: "ds_aaaaaaaaaaaa", fileName: "Ventes 2026.csv" },
      { ...own, id: "ds_bbbbbbbbbbbb", fileName: "Paie.csv" },
    ] as unknown as DataSet[];
    let shared = true;
    const copy = sampleSource({
      kind: "shared",
      details: {
        fileName: "Ventes 2026.csv",
        bytes: 10,
        format: "text",
        file: `fil_${"0".repeat(26)}`,
        original: "ds_aaaaaaaaaaaa",
      },
    });
    const show = () =>
      showAnalyses(HomePage, "/analytics", {
        "get /workspaces": () => listOf(),
        "get /data-sources": () => listOf(shared ? copy : sampleSource()),
      });
    show();
    const row = (name: RegExp) => screen.findByRole("link", { name });
    await within(await row(/Ventes 2026/)).findByText("Partagé avec l’entreprise");
    expect((await row(/Paie/)).textContent).not.toContain("Partagé");
    expect(screen.getByText(/ont une copie sur le serveur/)).toBeTruthy();
    expect(screen.queryByText(/Rien n’en sort/)).toBeNull();
    expect(screen.getByRole("button", { name: "Actions pour Paie.csv" })).toBeTruthy();
    cleanup();
    shared = false;
    show();
    await screen.findByText(/Rien n’en sort/);
  });

  it("keeps what was typed when creating fails, and says why", async () => {
    showAnalyses(HomePage, "/analytics", {
      "get /workspaces": () => listOf(),
      "post /workspaces": () => problem("request.rate_limited", 429),
    });
    fireEvent.click(await screen.findByRole("button", { name: /Espace/ }));
    const dialog = await screen.findByRole("dialog");
    const name = within(dialog).getByRole("textbox", { name: "Nom" });
    fireEvent.input(name, { target: { value: "Ventes" } });
    fireEvent.click(within(dialog).getByRole("button", { name: "Créer l’espace" }));
    await within(dialog).findByRole("alert");
    expect((name as HTMLInputElement).value).toBe("Ventes");
  });
});

describe("a workspace", () => {
  it("says of a file that lies on another device what to do", async () => {
    showAnalyses(WorkspacePage, at, {
      ...one,
      "get /data-sources": () => listOf(sampleSource()),
    });
    await screen.findByText("N’est pas sur cet appareil");
    expect(screen.getByText(/Déposez ici « Ventes 2026.csv »/)).toBeTruthy();
    expect(screen.getByText("agence")).toBeTruthy();
  });

  it("lists its questions, those that somebody checked marked so", async () => {
    const question = { id: "qst_1", workspaceId: "wsp_1", can: { write: false } };
    showAnalyses(WorkspacePage, at, {
      ...one,
      "get /questions": () => listOf({ ...question, title: "Par agence", verified: true }),
    });
    const link = await screen.findByRole("link", { name: /Par agence/ });
    expect(link.textContent).toContain("Vérifiée");
    expect(link.getAttribute("href")).toBe("/analytics/w/wsp_1/q/qst_1");
  });

  it("that was deleted can be brought back by whoever may write", async () => {
    let back = false;
    const { id } = sampleWorkspace();
    showAnalyses(WorkspacePage, at, {
      [`get /workspaces/${id}`]: () =>
        back ? Response.json(sampleWorkspace()) : problem("workspace.not_found", 404),
      [`post /workspaces/${id}/restore`]: () => {
        back = true;
        return Response.json(sampleWorkspace());
      },
    });
    fireEvent.click(await screen.findByRole("button", { name: "Rétablir l’espace" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Ventes" })).toBeTruthy();
  });

  it("offers no file of this device that it holds as a shared copy", async () => {
    const held = { size: 10, rows: 3, addedAt: 1, reading: {}, profiles: [] };
    files = [
      { ...held, id: "ds_aaaaaaaaaaaa", fileName: "Ventes.csv" },
      { ...held, id: "ds_bbbbbbbbbbbb", fileName: "Paie.csv" },
    ] as unknown as DataSet[];
    const details = { fileName: "Ventes 2026.csv", original: "ds_aaaaaaaaaaaa" };
    const source = sampleSource({ kind: "shared", details } as unknown as Partial<SourceView>);
    showAnalyses(WorkspacePage, at, { ...one, "get /data-sources": () => listOf(source) });
    await screen.findByRole("button", { name: "Ajouter Paie.csv" });
    expect(screen.queryByRole("button", { name: "Ajouter Ventes.csv" })).toBeNull();
  });

  it("adds a file of this device that it does not hold", async () => {
    files = [
      {
        id: "ds_1",
        fileName: "Achats.csv",
        table: "achats",
        size: 10,
        rows: 3,
        addedAt: 1,
        profiles: [{ name: "montant", kind: "number" }],
      } as unknown as DataSet,
    ];
    const { asked } = showAnalyses(WorkspacePage, at, {
      ...one,
      "get /data-sources": () => listOf(sampleSource({ table: "achats" })),
      "post /data-sources": () => Response.json(sampleSource({ id: `src_${"1".repeat(26)}` })),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Ajouter Achats.csv" }));
    await waitFor(() =>
      expect(asked.find(({ method }) => method === "post")?.body).toEqual({
        workspaceId: sampleWorkspace().id,
        kind: "device",
        title: "Achats",
        table: "achats_2",
        details: { fileName: "Achats.csv" },
        columns: [{ name: "montant", kind: "number" }],
        rows: 3,
      }),
    );
  });
});
