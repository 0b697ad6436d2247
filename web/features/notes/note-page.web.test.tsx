import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { problem, signedIn } from "#web/lib/testing-server.ts";
import { sampleNote, showNotes } from "./testing.tsx";

const keys = ["identity.read", "clients.read", "notes.read", "notes.write"];
beforeEach(() => session.enter(signedIn({ permissions: keys })));
afterEach(() => session.leave());

const note = sampleNote();
const path = `/notes/${note.id}`;
const patches = (asked: ReturnType<typeof showNotes>["asked"]) =>
  asked.filter(({ method }) => method === "patch").map(({ body }) => body);

/** Opens the text and writes this into it. */
async function write(text: string) {
  fireEvent.click(await screen.findByRole("button", { name: "Modifier le texte" }));
  fireEvent.input(screen.getByLabelText("Texte", { selector: "textarea" }), {
    target: { value: text },
  });
}

describe("NotePage", () => {
  it("saves what is written by itself, with the version it was written on", async () => {
    const { asked } = showNotes(path, {
      [`get ${path}`]: () => Response.json(note),
      [`patch ${path}`]: () => Response.json({ ...note, body: "quatre", version: 2 }),
    });
    await write("quatre");
    await waitFor(
      () => expect(patches(asked)).toEqual([{ version: 1, changes: { body: "quatre" } }]),
      {
        timeout: 3000,
      },
    );
  });

  it("asks for a title and sends none that is empty", async () => {
    const { asked } = showNotes(path, {
      [`get ${path}`]: () => Response.json(note),
      [`patch ${path}`]: () => Response.json({ ...note, title: "Autre", version: 2 }),
    });
    const title = await screen.findByLabelText("Titre");
    fireEvent.input(title, { target: { value: "  " } });
    expect(screen.getByText("Une note porte un titre.")).toBeTruthy();
    fireEvent.input(title, { target: { value: "Autre " } });
    fireEvent.blur(title);
    await waitFor(() =>
      expect(patches(asked)).toEqual([{ version: 1, changes: { title: "Autre" } }]),
    );
  });

  it("shows both texts where somebody wrote the same lines, and sends the one that is chosen", async () => {
    let current = { ...note, version: 2, body: "un\nDEUX\ntrois" };
    const { asked } = showNotes(path, {
      [`get ${path}`]: () => Response.json(note),
      [`patch ${path}`]: ({ body }) => {
        const { version, changes } = body as { version: number; changes: object };
        if (version !== current.version) return problem("conflict.version", 409, { current });
        current = { ...current, ...changes, version: current.version + 1 };
        return Response.json(current);
      },
    });
    await write("un\n2\ntrois");
    fireEvent.click(screen.getByRole("button", { name: "Terminer" }));
    const alert = await screen.findByRole("alert");
    await waitFor(() => expect(alert.textContent).toContain("DEUX"));
    expect(alert.textContent).toContain("un\n2\ntrois");
    fireEvent.click(screen.getByRole("button", { name: "Garder la mienne" }));
    await waitFor(() => expect(current.body).toBe("un\n2\ntrois"));
    expect(patches(asked)).toHaveLength(2);
  });

  it("keeps what the server refuses, and says why", async () => {
    showNotes(path, {
      [`get ${path}`]: () => Response.json(note),
      [`patch ${path}`]: () => problem("permission.denied", 403),
    });
    await write("quatre");
    fireEvent.click(screen.getByRole("button", { name: "Terminer" }));
    await screen.findByText("Vos derniers changements ne sont pas enregistrés");
    fireEvent.click(screen.getByRole("button", { name: "Modifier le texte" }));
    expect(
      screen.getByLabelText<HTMLTextAreaElement>("Texte", { selector: "textarea" }).value,
    ).toBe("quatre");
  });

  it("brings a deleted note back", async () => {
    showNotes(path, {
      [`get ${path}`]: () => problem("note.not_found", 404),
      [`post ${path}/restore`]: () => Response.json({ ...note, version: 3 }),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Restaurer la note" }));
    expect((await screen.findByLabelText<HTMLInputElement>("Titre")).value).toBe("Point chantier");
  });

  it("is words alone for whoever may only read", async () => {
    session.enter(signedIn({ permissions: ["notes.read"] }));
    showNotes(path, { [`get ${path}`]: () => Response.json({ ...note, can: { write: false } }) });
    expect(await screen.findByRole("heading", { level: 1, name: "Point chantier" })).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("NotesPage", () => {
  const page = (items: unknown[]) => () => Response.json({ items, nextCursor: null });

  it("asks the server for what the address says, without what is no date", async () => {
    const { body: _body, ...item } = note;
    const { asked } = showNotes("/notes?q=pieux&from=2026-11-01&to=hier", {
      "get /notes": page([item]),
    });
    expect(await screen.findByText("Point chantier")).toBeTruthy();
    const list = asked.find(({ path: one }) => one.startsWith("/notes?"))?.path;
    expect(list).toBe("/notes?q=pieux&from=2026-11-01");
  });

  it("offers to write the first note, or to take the filters away", async () => {
    showNotes("/notes", { "get /notes": page([]) });
    await screen.findByText("Aucune note pour l’instant");
    showNotes("/notes?q=zzz", { "get /notes": page([]) });
    expect(await screen.findByText("Aucune note ne correspond")).toBeTruthy();
  });

  it("makes a note of today and opens it", async () => {
    const { asked, history } = showNotes("/notes", {
      "get /notes": page([]),
      "post /notes": () => Response.json(note, { status: 201 }),
      [`get ${path}`]: () => Response.json(note),
    });
    await screen.findByText("Aucune note pour l’instant");
    fireEvent.keyDown(document.body, { key: "c" });
    await waitFor(() => expect(history.get()).toContain(path));
    expect(asked.find(({ method }) => method === "post")?.body).toMatchObject({
      title: expect.stringContaining("Réunion du"),
      peopleIds: ["usr_1"],
    });
  });

  it("tells what went wrong and tries again", async () => {
    let down = true;
    showNotes("/notes", { "get /notes": () => (down ? problem("server.error", 500) : page([])()) });
    await screen.findByRole("alert");
    down = false;
    fireEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    expect(await screen.findByText("Aucune note pour l’instant")).toBeTruthy();
  });
});
