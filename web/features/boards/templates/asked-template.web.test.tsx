import { useSearchParams } from "@solidjs/router";
import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import { testId } from "#domain/boards/testing.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { onAskedTemplate } from "./asked-template.ts";
import { template } from "./testing-templates.ts";

afterEach(() => session.leave());

function Asked() {
  const [search, setSearch] = useSearchParams<{ use?: string; card?: string }>();
  onAskedTemplate((card) => setSearch({ card }));
  return (
    <p>
      {search.use ?? "—"} {search.card ?? "—"}
    </p>
  );
}

/** A board that is opened at an address that asks for a card. */
async function ask(use: string, write = true) {
  session.enter(signedIn());
  const items = [template(1)];
  const path = `get /boards/${testId("brd", 1)}/templates`;
  fakeServer({ [path]: () => Response.json({ items, archivedTags: ["Visa"] }) });
  const scene = await openScene({ write, manage: write });
  scene.show(() => <Asked />, `/boards/${testId("brd", 1)}?use=${use}`);
  const cards = () => scene.live.cardIds(testId("col", 1));
  return { ...scene, cards };
}

test("an address that names a template makes one card of it in the first column, opens it and forgets it", async () => {
  const { live, cards } = await ask(testId("tpl", 1));
  await screen.findByText(/^— crd_/);
  await settle(50);
  expect(cards()).toHaveLength(3);
  const card = live.card(cards()[2] ?? "");
  expect(card).toMatchObject({ title: "Visa 1", priority: "high", tags: ["Visa"] });
  expect(screen.getByText(/^— crd_/).textContent).toBe(`— ${card?.id}`);
});

test("a template that is gone, a full column and a reader make none", async () => {
  const gone = await ask(testId("tpl", 9));
  await waitFor(() => expect(screen.getByText("— —")).toBeTruthy());
  expect(gone.cards()).toHaveLength(2);
  const reader = await ask(testId("tpl", 1), false);
  await waitFor(() => expect(screen.getAllByText("— —")).toHaveLength(2));
  expect(reader.cards()).toHaveLength(2);
});
