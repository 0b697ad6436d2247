import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { beforeEach, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { neverLive } from "#web/lib/testing-page.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { ArchivePanel } from "./archive-panel.tsx";

const asked: string[] = [];
const row = (n: number, title: string) => ({
  id: testId("crd", n),
  reference: `EC-${n}`,
  title,
  columnId: testId("col", 1),
  columnName: "Column 1",
  tags: ["Structure"],
  updatedAt: "2026-11-20T08:00:00.000Z",
});

async function panel(rights?: { write: boolean; manage: boolean }) {
  session.enter(signedIn({ permissions: ["boards.read", "boards.write"] }));
  fakeServer({
    [`get /boards/${testId("brd", 1)}/archive`]: ({ path }) => {
      const query = new URLSearchParams(path.split("?")[1]);
      asked.push(`${query.get("state")} ${query.get("q") ?? ""}`.trim());
      const items = query.get("q")
        ? [row(41, "Étude de sol")]
        : [row(41, "Étude de sol"), row(42, "Métré")];
      return Response.json({ items, nextCursor: null });
    },
  });
  const scene = await openScene(rights);
  scene.show(() => (
    <LiveProvider since={null} deps={neverLive}>
      <ArchivePanel onClose={vi.fn()} />
    </LiveProvider>
  ));
  return scene;
}

beforeEach(() => void asked.splice(0));

test("archived cards are listed, searched as one types, and the deleted ones stand apart", async () => {
  await panel();
  await screen.findByText("Métré");
  fireEvent.input(screen.getByRole("searchbox", { name: "Chercher dans les archives" }), {
    target: { value: "etude" },
  });
  await waitFor(() => expect(screen.queryByText("Métré")).toBeNull());
  await screen.findByText("Étude de sol");
  expect(asked).toEqual(["archived", "archived etude"]);
  fireEvent.click(screen.getByRole("tab", { name: "Cartes supprimées" }));
  await waitFor(() => expect(asked).toContain("deleted"));
});

test("a card that this page does not hold is sent back to the board, and leaves the list at once", async () => {
  const { live } = await panel();
  await screen.findByText("Métré");
  fireEvent.click(screen.getByRole("button", { name: "Remettre au tableau: Métré" }));
  await waitFor(() => expect(screen.queryByText("Métré")).toBeNull());
  await waitFor(() => expect(live.link.waiting).toBe(1));
  await screen.findByText("La carte est de retour.");
});

test("several are brought back in one step", async () => {
  const { live } = await panel();
  fireEvent.click(await screen.findByRole("checkbox", { name: "Sélectionner Métré" }));
  fireEvent.click(screen.getByRole("checkbox", { name: "Sélectionner Étude de sol" }));
  const bar = screen.getByRole("toolbar", { name: "2 cartes sélectionnées" });
  fireEvent.click(within(bar).getByRole("button", { name: "Remettre au tableau" }));
  await waitFor(() => expect(live.link.waiting).toBe(2));
  await screen.findByText("Rien n’est archivé");
});

test("an archived column is listed with its cards and comes back with them", async () => {
  const { live } = await panel();
  await live.act({ kind: "column.archive", column: testId("col", 2) });
  expect(live.columns()).toHaveLength(2);
  fireEvent.click(screen.getByRole("tab", { name: /^Colonnes archivées/ }));
  await screen.findByText("Column 2, 2 cartes");
  fireEvent.click(screen.getByRole("button", { name: "Remettre au tableau: Column 2" }));
  await waitFor(() => expect(live.columns()).toHaveLength(3));
});

test("that a column is back is no longer told once the step was taken back by keyboard", async () => {
  const { live } = await panel();
  await live.act({ kind: "column.archive", column: testId("col", 2) });
  fireEvent.click(screen.getByRole("tab", { name: /^Colonnes archivées/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Remettre au tableau: Column 2" }));
  await screen.findByText("« Column 2 » est de retour.");
  await live.undo();
  await waitFor(() => expect(screen.queryByText("« Column 2 » est de retour.")).toBeNull());
  expect(live.columns()).toHaveLength(2);
});

test("whoever may only read brings nothing back", async () => {
  await panel({ write: false, manage: false });
  await screen.findByText("Métré");
  expect(screen.queryByRole("button", { name: /Remettre/ })).toBeNull();
  expect(screen.queryByRole("checkbox")).toBeNull();
});
