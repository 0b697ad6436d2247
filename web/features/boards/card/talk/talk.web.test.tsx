import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { CommentView } from "#domain/boards/comments-api.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "#web/features/boards/card/card-panel.tsx";

const CARD = testId("crd", 1);
const [ME, TOM] = [testId("usr", 1), testId("usr", 2)];
const told = (n: number, text: string, authorId = TOM): CommentView => ({
  id: testId("cmt", n),
  cardId: CARD,
  text,
  mentions: [],
  authorId,
  createdAt: `2026-11-20T08:00:0${n}.000Z`,
  editedAt: null,
  version: 1,
});

beforeEach(() => localStorage.clear());
afterEach(() => session.leave());

async function panel(items: CommentView[] = [], rights?: { write: boolean; manage: boolean }) {
  const member = (userId: string, name: string, id: string) => ({ userId, name, role: { id } });
  fakeServer({
    [`get /boards/${testId("brd", 1)}/cards/${CARD}/comments`]: () =>
      Response.json({ version: 1, items }),
    "get /members": () =>
      Response.json({
        items: [
          member(ME, "Claire Morvan", "rol_1"),
          member(TOM, "Thomas Girard", "rol_1"),
          member(testId("usr", 3), "Théo Bernard", "rol_2"),
        ],
      }),
    "get /roles": () =>
      Response.json({
        items: [
          { id: "rol_1", permissions: ["boards.read"] },
          { id: "rol_2", permissions: ["clients.read"] },
        ],
      }),
  });
  const me = signedIn();
  session.enter({
    ...me,
    person: { ...me.person, id: ME },
    permissions: ["boards.read", "boards.write", "identity.read"],
  });
  const scene = await openScene(rights);
  scene.show(() => <CardPanel id={CARD} onOpen={() => undefined} onClose={() => undefined} />);
  await screen.findByRole("dialog");
  return scene;
}
const write = async (text: string) => {
  const shut = screen.queryByRole("button", { name: "Écrire un commentaire…" });
  if (shut) fireEvent.click(shut);
  const field = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Commentaire" });
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  fireEvent.input(field);
  return field;
};

test("comments are read from the object once, and what others say meanwhile follows live", async () => {
  const { hear, live } = await panel([told(1, "Vu **hier**.")]);
  await screen.findByText("hier");
  const { version: _version, id, ...values } = told(2, "Encore ceci.");
  const version = 10;
  hear({
    kind: "ops",
    from: version,
    to: version,
    ops: [
      {
        version,
        client: "other_client",
        seq: 1,
        userId: TOM,
        at: values.createdAt,
        opKind: "comment.create",
        changes: [{ entity: "comment", id, set: { ...values, deleted: false } }],
      },
    ],
  });
  await waitFor(() => expect(live.comments(CARD)).toHaveLength(2));
  await screen.findByText("Encore ceci.");
});

test("somebody is called by keyboard: those who may read the board, found by the beginnings of their names", async () => {
  const { live } = await panel();
  await settle(50);
  const field = await write("Peux-tu relire, @th");
  const option = await screen.findByRole("option", { name: "Thomas Girard" });
  expect(option.getAttribute("aria-selected")).toBe("true");
  expect(screen.queryByRole("option", { name: "Théo Bernard" })).toBeNull();
  fireEvent.keyDown(field, { key: "Enter" });
  await waitFor(() => expect(field.value).toBe("Peux-tu relire, @Thomas Girard "));
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(live.comments(CARD)).toHaveLength(1));
  expect(live.comments(CARD)[0]).toMatchObject({
    text: "Peux-tu relire, @Thomas Girard",
    mentions: [{ id: TOM, name: "Thomas Girard" }],
    authorId: ME,
  });
  expect(live.card(CARD)?.comments).toBe(1);
});

test("what was typed outlives the page, and goes with the comment", async () => {
  await panel();
  const field = await write("À moitié");
  expect(localStorage.getItem(`aetheria.draft.${ME}.${CARD}`)).toBe("À moitié");
  fireEvent.keyDown(field, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(field.value).toBe(""));
  expect(localStorage.getItem(`aetheria.draft.${ME}.${CARD}`)).toBeNull();
});

test("an own comment is changed and deleted, another one's is not", async () => {
  const { live } = await panel([told(1, "De Thomas"), told(2, "De moi", ME)]);
  await screen.findByText("De moi");
  const menus = screen.getAllByRole("button", { name: "Actions du commentaire" });
  expect(menus).toHaveLength(1);
  await live.act({
    kind: "comment.update",
    comment: testId("cmt", 2),
    text: "De moi, revu",
    mentions: [],
  });
  await screen.findByText("De moi, revu");
  await screen.findByText("modifié");
  await live.act({ kind: "comment.delete", comment: testId("cmt", 2) });
  await waitFor(() => expect(screen.queryByText("De moi, revu")).toBeNull());
  const reason = await live.act({ kind: "comment.delete", comment: testId("cmt", 1) });
  expect(reason).toBe("forbidden");
});

test("an imported comment bears who wrote it and when, and who imported it; it can only be deleted", async () => {
  const imported = { name: "Yann Tanguy", at: "2025-03-01T08:00:00.000Z" };
  await panel([told(1, "D’ici"), { ...told(2, "D’ailleurs", ME), imported }]);
  const comment = await screen.findByRole("article", { name: "Commentaire de Yann Tanguy" });
  expect(comment.textContent).toContain("importé par Claire Morvan");
  expect(comment.querySelector("time")?.getAttribute("datetime")).toBe(imported.at);
  // Said before the other one, so it stands before it.
  expect(screen.getAllByRole("article")[0]).toBe(comment);
  fireEvent.keyDown(screen.getByRole("button", { name: "Actions du commentaire" }), {
    key: "Enter",
  });
  await screen.findByRole("menuitem", { name: "Supprimer" });
  expect(screen.queryByRole("menuitem", { name: "Modifier" })).toBeNull();
});

test("watching a card is one thing, looking at it another", async () => {
  const { live } = await panel();
  fireEvent.click(screen.getByRole("button", { name: /^Suivre/ }));
  await waitFor(() => expect(live.card(CARD)?.watcherIds).toEqual([ME]));
  fireEvent.click(screen.getByRole("button", { name: /Ne plus suivre/ }));
  await waitFor(() => expect(live.card(CARD)?.watcherIds).toEqual([]));
});

test("whoever may only read writes no comment", async () => {
  await panel([told(1, "Vu.")], { write: false, manage: false });
  await screen.findByText("Vu.");
  expect(screen.queryByRole("button", { name: "Écrire un commentaire…" })).toBeNull();
  expect(screen.queryByRole("button", { name: /^Suivre/ })).toBeNull();
});

test("without a connection the list says since when it may have gone on elsewhere", async () => {
  const { turn } = await panel([told(1, "Vu hier.")]);
  await screen.findByText("Vu hier.");
  expect(screen.queryByText(/Hors ligne/)).toBeNull();
  turn("waiting");
  expect(await screen.findByText(/Hors ligne : à jour au \d\d:\d\d/)).toBeTruthy();
  turn("open");
  await waitFor(() => expect(screen.queryByText(/Hors ligne/)).toBeNull());
});

test("comments that were never read on this device are not told to be none", async () => {
  const { show, live, turn, hear, version } = await openScene();
  fakeServer({});
  session.enter({ ...signedIn(), permissions: ["boards.read", "boards.write"] });
  const ops = [
    {
      version: version + 1,
      client: "tab-b",
      seq: 1,
      userId: TOM,
      at: "2026-11-20T08:00:00.000Z",
      opKind: "card.update",
      changes: [{ entity: "card", id: CARD, set: { comments: 3 }, quiet: true }],
    },
  ];
  hear({ kind: "ops", from: version + 1, to: version + 1, ops } as never);
  expect(live.card(CARD)?.comments).toBe(3);
  turn("waiting");
  show(() => <CardPanel id={CARD} onOpen={() => undefined} onClose={() => undefined} />);
  expect(
    await screen.findByText(/tous les commentaires ne sont pas sur cet appareil/),
  ).toBeTruthy();
  expect(screen.queryByText("Aucun commentaire pour l’instant.")).toBeNull();
});

test("that a comment is deleted is no longer told once the step was taken back otherwise", async () => {
  const { live } = await panel([told(1, "Vu hier.", ME)]);
  await screen.findByText("Vu hier.");
  fireEvent.keyDown(screen.getByRole("button", { name: "Actions du commentaire" }), {
    key: "Enter",
  });
  fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Supprimer" }), { key: "Enter" });
  await screen.findByText("Commentaire supprimé.");
  await waitFor(() => expect(screen.queryByText("Vu hier.")).toBeNull());
  await live.undo();
  await screen.findByText("Vu hier.");
  await waitFor(() => expect(screen.queryByText("Commentaire supprimé.")).toBeNull());
});
