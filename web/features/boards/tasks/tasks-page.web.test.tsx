import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { testTask } from "#web/features/boards/testing-tasks.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { BoardVisitProvider, type Visit } from "#web/features/boards/visit-provider.tsx";
import { TasksPage } from "./tasks-page.tsx";

afterEach(() => session.leave());

const KEYS = ["boards.read", "boards.write"] as const;

/** The page with these tasks; `visit` gives the board that they are ticked on. */
function show(
  tasks: ReturnType<typeof testTask>[],
  visit?: Visit,
  keys: readonly string[] = KEYS,
  queries = createQueries(),
) {
  session.enter(signedIn({ permissions: [...keys] as never }));
  const asked = fakeServer({
    "get /tasks": () => Response.json({ items: tasks, nextCursor: null }),
    "get /notifications": () =>
      Response.json({
        items: [notice("mention"), notice("assigned"), ON_DASHBOARD],
        nextCursor: null,
        unread: 1,
      }),
  });
  renderPage(
    () => (
      <BoardVisitProvider visit={visit ?? (() => Promise.reject(new Error("unreachable")))}>
        <TasksPage />
      </BoardVisitProvider>
    ),
    queries,
  );
  return asked;
}

const notice = (kind: string) => ({
  id: `ntf_${kind}`,
  subject: "card",
  kind,
  boardId: testId("brd", 1),
  boardTitle: "Essai",
  cardId: testId("crd", 1),
  cardTitle: `Card of ${kind}`,
  reference: "EC-1",
  commentId: null,
  excerpt: "@Claire, votre avis ?",
  actorId: "usr_2",
  actorName: "Karim Benali",
  at: "2026-11-20T08:00:00.000Z",
  readAt: null,
});
const ON_DASHBOARD = {
  ...notice("mention"),
  id: "ntf_dashboard",
  subject: "dashboard",
  workspaceId: "wsp_1",
  workspaceTitle: "Ventes",
  dashboardId: "dsb_1",
  dashboardTitle: "Suivi des agences",
  widgetTitle: null,
  commentId: "dcm_1",
};
const tick = (n: number) =>
  screen.getByRole<HTMLInputElement>("checkbox", { name: `Terminer Task ${n}` });

test("tasks stand by due date with their count, and open on their board", async () => {
  show([testTask(1, { dueOn: "2026-01-05" }), testTask(2, { dueOn: calendarDate() }), testTask(3)]);
  const late = await screen.findByRole("region", { name: /En retard/ });
  expect(within(late).getByRole("link").getAttribute("href")).toBe(
    `/boards/${testId("brd", 1)}?card=${testId("crd", 1)}`,
  );
  expect(
    within(screen.getByRole("region", { name: /Aujourd’hui/ })).getByText("Task 2"),
  ).toBeTruthy();
  expect(screen.getByText("3 tâches")).toBeTruthy();
});

test("a tick moves the card to the board's first done column, and undo brings it back to its place", async () => {
  const { live } = await openScene();
  await live.act({ kind: "column.update", column: testId("col", 3), set: { category: "done" } });
  const [one, four] = [testId("crd", 1), testId("crd", 4)];
  show([testTask(1)], () => Promise.resolve(live));
  await screen.findByText("Task 1");
  fireEvent.click(tick(1));
  await screen.findByText("« Task 1 » est passée dans Column 3.");
  expect(live.card(one)?.columnId).toBe(testId("col", 3));
  expect(live.cardIds(testId("col", 3)).at(-1)).toBe(one);
  expect(tick(1).checked).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: /Annuler/ }));
  await waitFor(() => {
    expect(live.cardIds(testId("col", 1))).toEqual([one, four]);
    expect(tick(1).checked).toBe(false);
  });
});

test("a board without a done column, or out of reach, says so and the task stays", async () => {
  const { live } = await openScene();
  show([testTask(1)], () => Promise.resolve(live));
  await screen.findByText("Task 1");
  fireEvent.click(tick(1));
  await screen.findByText("Ce tableau n’a pas de colonne « Terminé ».");
  expect(tick(1).checked).toBe(false);
});

test("without the board on the device and without a network, that is told", async () => {
  show([testTask(1)]);
  await screen.findByText("Task 1");
  fireEvent.click(tick(1));
  await screen.findByText(/n’est pas sur cet appareil/);
  expect(tick(1).checked).toBe(false);
});

test("a box keeps the focus while others change the tasks around it", async () => {
  const tasks = [testTask(1), testTask(2)];
  const queries = createQueries();
  show(tasks, undefined, KEYS, queries);
  await screen.findByText("Task 2");
  const box = tick(2);
  box.focus();
  tasks.splice(0, 2, testTask(2, { boardTitle: "Chantiers" }), testTask(3));
  void queries.invalidateQueries({ queryKey: ["tasks"] });
  await screen.findByText("Task 3");
  expect(screen.queryByText("Task 1")).toBeNull();
  expect(document.activeElement).toBe(box);
});

test("whoever may only read has nothing to tick", async () => {
  show([testTask(1)], undefined, ["boards.read"]);
  await screen.findByText("Task 1");
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("words narrow the list, and nothing left offers the way back", async () => {
  show([testTask(1), testTask(2)]);
  await screen.findByText("Task 1");
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "task 2" } });
  await waitFor(() => expect(screen.queryByText("Task 1")).toBeNull());
  fireEvent.input(screen.getByRole("searchbox"), { target: { value: "zzz" } });
  fireEvent.click(await screen.findByRole("button", { name: "Tout effacer" }));
  await screen.findByText("Task 1");
});

test("mentions are listed alone, with who wrote what", async () => {
  show([]);
  await screen.findByText("Rien à faire pour l’instant");
  fireEvent.click(screen.getByRole("radio", { name: "Mentions" }));
  await screen.findByText("Card of mention");
  expect(screen.queryByText("Card of assigned")).toBeNull();
  expect(screen.getByText("Karim Benali vous a mentionné · EC-1 · Essai")).toBeTruthy();
  const told = screen.getByRole("link", { name: /Suivi des agences/ });
  expect(within(told).getByText(/vous a mentionné · Tableau de bord · Ventes/)).toBeTruthy();
  expect(within(told).getByText("@Claire, votre avis ?")).toBeTruthy();
  expect(told.getAttribute("href")).toBe("/analytics/w/wsp_1/d/dsb_1?comment=dcm_1");
});
