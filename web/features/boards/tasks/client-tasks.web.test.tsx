import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import type { Permission } from "#domain/permissions.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { testTask } from "#web/features/boards/testing-tasks.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { BoardVisitProvider, type Visit } from "#web/features/boards/visit-provider.tsx";
import { byBoard, ClientTasks } from "./client-tasks.tsx";

afterEach(() => session.leave());

const client = testId("cli", 1);
const board = (n: number, title: string) => ({
  id: testId("brd", n),
  title,
  can: { write: true, manage: false },
});
const done = { category: "done", columnName: "Terminé" } as const;

function show(
  tasks: TaskView[],
  visit?: Visit,
  keys: readonly Permission[] = ["boards.read", "boards.write"],
) {
  session.enter(signedIn({ permissions: [...keys] }));
  const asked = fakeServer({
    "get /tasks": () => Response.json({ items: tasks, nextCursor: null }),
    "get /boards": () =>
      Response.json({ items: [board(1, "Essai"), board(2, "Chantiers")], nextCursor: null }),
  });
  renderPage(() => (
    <BoardVisitProvider visit={visit ?? (() => Promise.reject(new Error("unreachable")))}>
      <ClientTasks clientId={client} />
    </BoardVisitProvider>
  ));
  return asked;
}
const field = () =>
  screen.findByRole<HTMLInputElement>("textbox", { name: "Ajouter une tâche pour ce client" });

test("boards with the most open cards come first, done ones are apart", () => {
  const other = { boardId: testId("brd", 2), boardTitle: "Chantiers" };
  const groups = byBoard([testTask(1, done), testTask(2), testTask(3, other), testTask(4, other)]);
  expect(groups.map(({ title, open, done: over }) => [title, open.length, over.length])).toEqual([
    ["Chantiers", 2, 0],
    ["Essai", 1, 1],
  ]);
});

test("a client's cards stand under their board; done ones are shown when asked", async () => {
  show([testTask(1, done), testTask(2)]);
  const section = await screen.findByRole("region", { name: "Tâches" });
  await within(section).findByText("Task 2");
  expect(within(section).queryByText("Task 1")).toBeNull();
  fireEvent.click(within(section).getByRole("button", { name: "1 terminée" }));
  await within(section).findByText("Task 1");
});

test("a card is added to the client through the board, and taken back", async () => {
  const { live } = await openScene();
  show([], () => Promise.resolve(live));
  fireEvent.input(await field(), { target: { value: " Relancer la mairie " } });
  fireEvent.submit((await field()).closest("form") as HTMLFormElement);
  await screen.findByText("« Relancer la mairie » est ajoutée à Essai.");
  const made = live
    .columns()
    .flatMap(({ id }) => live.cardIds(id))
    .map((card) => live.card(card))
    .find((card) => card?.title === "Relancer la mairie");
  expect(made).toMatchObject({ clientId: client, columnId: testId("col", 1) });
  expect((await field()).value).toBe("");
  fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(live.card(made?.id ?? "")?.deleted).toBe(true));
});

test("what could not be added stays in its field, and that is told", async () => {
  show([]);
  fireEvent.input(await field(), { target: { value: "Relancer" } });
  fireEvent.submit((await field()).closest("form") as HTMLFormElement);
  await screen.findByText(/Votre texte est resté/);
  expect((await field()).value).toBe("Relancer");
});

test("whoever may only read sees the cards and adds none", async () => {
  show([testTask(2)], undefined, ["boards.read"]);
  await screen.findByText("Task 2");
  expect(screen.queryByRole("textbox")).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
});
