import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { ArchivedBanner } from "./archived-banner.tsx";

afterEach(() => session.leave());

const AT = "2026-11-20T08:00:00.000Z";
const id = testId("brd", 1);

function show(manage: boolean, archivedAt: string | null, answer?: () => Response) {
  session.enter(signedIn());
  const asked = fakeServer(answer ? { [`post /boards/${id}/restore`]: answer } : {});
  const dates = { createdAt: AT, updatedAt: AT, archivedAt };
  const board = { id, version: 7, title: "Essai", prefix: "EC", createdBy: testId("usr", 1) };
  renderUi(() => (
    <QueryClientProvider client={new QueryClient()}>
      <ArchivedBanner board={{ ...board, ...dates, can: { write: false, manage } }} />
    </QueryClientProvider>
  ));
  return asked;
}

test("an archived board says so, and whoever manages boards brings it back at the version they saw", async () => {
  const asked = show(true, AT, () => problem("conflict.version", 409));
  expect(screen.getByText("Ce tableau est archivé.")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Restaurer" }));
  await waitFor(() => {
    expect(asked).toEqual([
      { method: "post", path: `/boards/${id}/restore`, body: { version: 7 } },
    ]);
    expect(screen.getAllByRole("listitem")).toHaveLength(1);
  });
});

test("others are told without being offered it", () => {
  show(false, AT);
  expect(screen.getByText("Ce tableau est archivé.")).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

test("a board that is not archived has no banner", () => {
  show(true, null);
  expect(screen.queryByText("Ce tableau est archivé.")).toBeNull();
});
