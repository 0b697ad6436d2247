import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test, vi } from "vitest";
import { inOrder } from "#domain/boards/parts.ts";
import { testId } from "#domain/boards/testing.ts";
import { press } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { CardPanel } from "#web/features/boards/card/card-panel.tsx";

const id = testId("crd", 1);

async function panel(rights?: { write: boolean; manage: boolean }) {
  const scene = await openScene(rights);
  scene.show(() => <CardPanel id={id} onOpen={vi.fn()} onClose={vi.fn()} />);
  await screen.findByRole("dialog");
  const lines = () =>
    inOrder(scene.live.card(id)?.items ?? {}).map(
      ({ text, done }) => `${done ? "x" : "o"} ${text}`,
    );
  return { ...scene, lines };
}

const composer = () =>
  screen.findByPlaceholderText<HTMLTextAreaElement>("Que reste-t-il à vérifier ?");
const line = (text: string) =>
  screen
    .getAllByRole<HTMLTextAreaElement>("textbox", { name: "Texte de la ligne" })
    .find((one) => one.value === text);

async function write(text: string) {
  const field = await composer();
  fireEvent.input(field, { target: { value: text } });
  fireEvent.keyDown(field, { key: "Enter" });
}

async function withList(...texts: string[]) {
  const scene = await panel();
  fireEvent.click(screen.getByRole("button", { name: "Ajouter une liste de contrôle" }));
  for (const text of texts) await write(text);
  await waitFor(() => expect(scene.lines()).toEqual(texts.map((text) => `o ${text}`)));
  return scene;
}

test("a new list asks for its lines: Enter adds and stays, an empty one ends it", async () => {
  await withList("Relire", "Envoyer", "Classer");
  expect(document.activeElement).toBe(await composer());
  fireEvent.keyDown(await composer(), { key: "Enter" });
  await waitFor(() =>
    expect(screen.queryByPlaceholderText("Que reste-t-il à vérifier ?")).toBeNull(),
  );
});

test("a tick counts at the list's head, and can be taken back", async () => {
  const { live, lines } = await withList("Relire", "Envoyer");
  fireEvent.click(screen.getByRole("checkbox", { name: "Cocher Relire" }));
  await waitFor(() => expect(lines()).toEqual(["x Relire", "o Envoyer"]));
  await screen.findByText("1 sur 2");
  await live.undo();
  await waitFor(() => expect(lines()).toEqual(["o Relire", "o Envoyer"]));
});

test("Enter in a line writes the next one below it, not at the end", async () => {
  const { lines } = await withList("Relire", "Envoyer");
  line("Relire")?.focus();
  press("Enter");
  await write("Corriger");
  await write("Signer");
  await waitFor(() => expect(lines()).toEqual(["o Relire", "o Corriger", "o Signer", "o Envoyer"]));
});

test("arrows go from line to line; with Alt they move it, and the focus goes along", async () => {
  const { lines } = await withList("Relire", "Envoyer", "Classer");
  const first = line("Relire");
  first?.focus();
  first?.setSelectionRange(6, 6);
  press("ArrowDown");
  expect(document.activeElement).toBe(line("Envoyer"));
  fireEvent.keyDown(line("Envoyer") ?? document.body, { key: "ArrowDown", altKey: true });
  await waitFor(() => expect(lines()).toEqual(["o Relire", "o Classer", "o Envoyer"]));
  await waitFor(() => expect(document.activeElement).toBe(line("Envoyer")));
});

test("several pasted lines are several lines, ticked where they were", async () => {
  const { lines } = await withList("Relire");
  const clipboardData = { getData: () => "- [x] Envoyer\n- [ ] Classer\n\n* Payer" };
  fireEvent.paste(await composer(), { clipboardData });
  await waitFor(() => expect(lines()).toEqual(["o Relire", "x Envoyer", "o Classer", "o Payer"]));
});

test("the words of a line are kept when it is left, and an emptied line is not", async () => {
  const { lines } = await withList("Relire", "Envoyer");
  const field = line("Relire");
  fireEvent.input(field ?? document.body, { target: { value: "Relire  deux fois" } });
  fireEvent.blur(field ?? document.body);
  await waitFor(() => expect(lines()[0]).toBe("o Relire deux fois"));
  fireEvent.input(line("Envoyer") ?? document.body, { target: { value: "" } });
  fireEvent.keyDown(line("") ?? document.body, { key: "Backspace" });
  await waitFor(() => expect(lines()).toEqual(["o Relire deux fois"]));
});

test("without the right to write, lists are read and nothing else", async () => {
  const scene = await panel({ write: false, manage: false });
  expect(screen.queryByRole("button", { name: "Ajouter une liste de contrôle" })).toBeNull();
  scene.hear({
    kind: "ops",
    from: 10,
    to: 10,
    ops: [
      {
        version: (scene.live.card(id)?.born ?? 0) + 6,
        client: "client_other",
        seq: 1,
        userId: testId("usr", 2),
        at: "2026-11-20T09:00:00.000Z",
        opKind: "card.update",
        changes: [
          {
            entity: "card",
            id,
            set: {
              checklists: { [testId("lst", 1)]: { name: "Avant envoi", rank: "a0" } },
              items: {
                [testId("itm", 1)]: {
                  list: testId("lst", 1),
                  text: "Relire",
                  done: true,
                  assigneeId: null,
                  dueOn: "2026-11-24",
                  rank: "a0",
                },
              },
            },
          },
        ],
      },
    ],
  });
  await screen.findByText("Avant envoi");
  expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Cocher Relire" }).disabled).toBe(
    true,
  );
  expect(screen.queryByRole("button", { name: /^Ajouter une ligne/ })).toBeNull();
});

test.each([
  ["Actions de la ligne Relire", "Supprimer la ligne", "« Relire » est supprimée."],
  [/^Actions de la liste/, "Supprimer la liste", "« Liste de contrôle » est supprimée."],
])("what %s told goes with the step that is taken back otherwise", async (menu, action, said) => {
  const { live, lines } = await withList("Relire", "Envoyer");
  fireEvent.keyDown(screen.getByRole("button", { name: menu }), { key: "Enter" });
  fireEvent.keyDown(await screen.findByRole("menuitem", { name: action }), { key: "Enter" });
  await screen.findByText(said);
  await live.undo();
  await waitFor(() => expect(screen.queryByText(said)).toBeNull());
  expect(lines()).toEqual(["o Relire", "o Envoyer"]);
});
