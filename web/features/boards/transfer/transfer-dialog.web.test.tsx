import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { answeringObject } from "#web/features/boards/testing-object.ts";
import { BoardVisitProvider } from "#web/features/boards/visit-provider.tsx";
import { TransferDialog } from "./transfer-dialog.tsx";

const [here, there] = [testId("brd", 1), testId("brd", 2)];
const id = (n: number) => testId("crd", n);

beforeEach(() => session.enter(signedIn({ permissions: ["boards.read", "boards.write"] })));
afterEach(() => {
  vi.unstubAllGlobals();
  session.leave();
});

/** The dialog for cards, and the other board. */
async function dialog(ids: readonly string[]) {
  const can = { write: true, manage: true };
  fakeServer({
    "get /boards": () => Response.json({ items: [{ id: there, title: "Appels d’offres", can }] }),
    [`get /boards/${here}/links`]: () => Response.json({ items: [] }),
  });
  const [scene, other] = [await openScene(), answeringObject()];
  const visited = await other.open();
  const Ask = () => {
    const room = useRoom();
    room.askTransfer(ids);
    return <TransferDialog />;
  };
  scene.show(() => (
    <BoardVisitProvider visit={() => Promise.resolve(visited)}>
      <Ask />
    </BoardVisitProvider>
  ));
  await screen.findByRole("dialog");
  await screen.findByRole("button", { name: /^Colonne/ });
  return { ...scene, other };
}

test("the column of the same name is offered, another one and the top may be chosen, and the toast leads there", async () => {
  const { live, other } = await dialog([id(2)]);
  const own = live.columns().find((column) => column.id === live.card(id(2))?.columnId)?.name ?? "";
  const column = screen.getByRole("button", { name: /^Colonne/ });
  expect(column.textContent).toContain(own);
  fireEvent.click(screen.getByRole("button", { name: "Déplacer" }));
  await waitFor(() =>
    expect(other.cards().filter(({ title }) => title === "Card 2")).toHaveLength(2),
  );
  await screen.findByText(/est passée dans/);
  const toast = within(screen.getByRole("region", { name: "Notifications" }));
  toast.getByRole("button", { name: "Ouvrir" });
  expect(toast.getByRole("button", { name: "Annuler" })).toBeTruthy();
});

test("of several cards it speaks of several", async () => {
  await dialog([id(1), id(2)]);
  expect(screen.getByRole("dialog").textContent).toContain("Les cartes passent là-bas");
  fireEvent.click(screen.getByRole("radio", { name: "Copier" }));
  expect(screen.getByRole("dialog").textContent).toContain("Les cartes sont créées là-bas");
});
