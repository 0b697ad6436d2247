import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import type { BoardBackup } from "#domain/boards/backups-api.ts";
import type { BoardView } from "#domain/boards/view.ts";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { BackupsDialog } from "./backups-dialog.tsx";

afterEach(() => session.leave());

const AT = "2026-11-20T08:00:00.000Z";
const board: BoardView = {
  id: testId("brd", 1),
  version: 1,
  title: "Quai",
  prefix: "QU",
  createdBy: testId("usr", 1),
  createdAt: AT,
  updatedAt: AT,
  archivedAt: null,
  can: { write: true, manage: true },
};
const kept: BoardBackup = { id: testId("bak", 1), at: AT, why: "night", cards: 12, columns: 5 };

function open(items: BoardBackup[], answer: () => Response) {
  session.enter(signedIn({ permissions: ["boards.read", "boards.manage"] }));
  const path = `/boards/${board.id}/backups`;
  const asked = fakeServer({
    [`get ${path}`]: () => Response.json({ items }),
    [`post ${path}`]: () => {
      items.push(kept);
      return Response.json(kept, { status: 201 });
    },
    [`post ${path}/${kept.id}/restore`]: answer,
  });
  const onClose = vi.fn();
  renderPage(() => <BackupsDialog board={board} onClose={onClose} />);
  const posts = () => asked.filter(({ method }) => method === "post").map((one) => one.path);
  return { posts, onClose };
}

test("going back asks first, says what becomes of what is there, and closes once it is done", async () => {
  const { posts, onClose } = open([kept], () => Response.json({ board, before: kept }));
  await screen.findByText("De la nuit · 12 cartes, 5 colonnes");
  fireEvent.click(screen.getByRole("button", { name: /^Revenir au tableau du/ }));
  await screen.findByText(/Il est d’abord sauvegardé tel qu’il est/);
  expect(posts()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Revenir à cette sauvegarde" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(posts()[0]).toContain(`${kept.id}/restore`);
});

test("a backup that is gone meanwhile is told, and nothing closes", async () => {
  const problem = { code: "board.backup_not_found", status: 404, params: {} };
  const { onClose } = open([kept], () => Response.json(problem, { status: 404 }));
  fireEvent.click(await screen.findByRole("button", { name: /^Revenir au tableau du/ }));
  fireEvent.click(await screen.findByRole("button", { name: "Revenir à cette sauvegarde" }));
  await screen.findByText(/Cette sauvegarde n’existe plus/);
  expect(onClose).not.toHaveBeenCalled();
});

test("without a backup it says when the first one comes, and one is made on demand", async () => {
  const { posts } = open([], () => Response.json({}));
  await screen.findByText(/la première se fait cette nuit/);
  fireEvent.click(screen.getByRole("button", { name: "Sauvegarder maintenant" }));
  await screen.findByText("De la nuit · 12 cartes, 5 colonnes");
  expect(posts()).toHaveLength(1);
});
