import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, expect, test } from "vitest";
import type { Op } from "#domain/boards/ops.ts";
import { testId } from "#domain/boards/testing.ts";
import { openScene } from "#web/features/boards/testing.tsx";
import { saveState } from "#web/lib/save-state.ts";
import { session } from "#web/lib/session.ts";
import { signedIn } from "#web/lib/testing-server.ts";
import { SettleDialog } from "./settle-dialog.tsx";

const card = testId("crd", 1);
const at = "2026-11-21T10:00:00.000Z";
const write = (set: object): Op => ({ kind: "card.update", card, set });
const theirs = (register: string, value: unknown) => ({ id: card, register, value, version: 2 });

afterEach(() => session.leave());

async function show(...notes: { op: Op; reason?: string; overwrote?: object[]; card?: object }[]) {
  session.enter(signedIn());
  const scene = await openScene();
  for (const [i, note] of notes.entries()) {
    await scene.live.keepNote({ id: `${i}`, at, reason: null, overwrote: [], ...note } as never);
  }
  scene.show(() => <SettleDialog />, "/?settle=1");
  return { ...scene, dialog: within(await screen.findByRole("dialog")) };
}
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

test("a replaced value stands beside one's own, and is given back or left", async () => {
  const { dialog, live } = await show({
    op: write({ title: "À moi", priority: "high" }),
    overwrote: [theirs("title", "À elle"), theirs("priority", "low")],
  });
  expect(saveState.current()).toMatchObject({
    conflicts: 1,
    href: `/boards/${testId("brd", 1)}?settle=1`,
  });
  const title = within(
    dialog.getByText("« Titre » : deux valeurs").closest("section") ?? document.body,
  );
  expect(title.getByText("À moi")).toBeTruthy();
  expect(title.getByText("À elle")).toBeTruthy();
  const priority = within(
    dialog.getByText("« Priorité » : deux valeurs").closest("section") ?? document.body,
  );
  expect(priority.getByText("Basse")).toBeTruthy();
  fireEvent.click(title.getByRole("button", { name: "Rétablir l’autre" }));
  await expect.poll(() => live.card(card)?.title).toBe("À elle");
  await expect.poll(() => screen.queryByText("« Titre » : deux valeurs")).toBeNull();
  press("Garder la vôtre");
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  expect(live.notes()).toEqual([]);
  expect(saveState.current().conflicts).toBe(0);
  expect(live.card(card)?.priority).not.toBe("low");
});

test("a text for a deleted card is applied with the card restored", async () => {
  const { live } = await show({ op: write({ description: "Long texte" }), reason: "card_deleted" });
  await live.act({ kind: "card.delete", card });
  expect(screen.getByText("Long texte", { exact: false })).toBeTruthy();
  press("Rétablir la carte et appliquer");
  await expect
    .poll(() => live.card(card))
    .toMatchObject({ deleted: false, description: "Long texte" });
  expect(live.notes()).toEqual([]);
});

test("a refused text is given up with a way back, and tried again where that may help", async () => {
  const { live } = await show(
    { op: write({ title: "Encore" }), reason: "forbidden" },
    { op: write({ title: "Ailleurs" }), reason: "too_many" },
  );
  fireEvent.click(screen.getAllByRole("button", { name: "Abandonner" })[1] ?? document.body);
  expect(live.notes()).toHaveLength(1);
  fireEvent.click(await screen.findByRole("button", { name: "Annuler" }));
  await expect.poll(() => live.notes()).toHaveLength(2);
  press("Réessayer");
  await expect.poll(() => live.card(card)?.title).toBe("Encore");
  expect(live.notes()).toMatchObject([{ reason: "too_many" }]);
});

test("two versions of a description are compared, and one's own is kept by choice", async () => {
  const { live, dialog } = await show({
    op: write({ description: "Ma version" }),
    reason: "description_conflict",
  });
  expect(dialog.getByText("Ma version")).toBeTruthy();
  press("Garder la mienne");
  await expect.poll(() => live.card(card)?.description).toBe("Ma version");
});

/** Somebody replaced the title of card 1, which was this person's, without having seen it. */
async function replaced() {
  session.enter(signedIn());
  const scene = await openScene();
  const { version } = scene;
  const hears = (n: number, title: string, more: object = {}, userId = "usr_b") => {
    const changes = [{ entity: "card", id: card, set: { title }, ...more }];
    const op = { version: version + n, client: "tab-b", seq: n, userId, changes };
    const ops = [{ ...op, at: "2026-11-21T10:00:00.000Z", opKind: "card.update" }];
    scene.hear({ kind: "ops", from: version + n, to: version + n, ops } as never);
  };
  hears(1, "À elle", { replaced: { title: testId("usr", 1) } });
  scene.show(() => <SettleDialog />, "/?settle=1");
  const dialog = within(await screen.findByRole("dialog"));
  return { ...scene, dialog, hears };
}

test("a value of one's own that somebody replaced unseen stands beside theirs, and is given back", async () => {
  const { dialog, live } = await replaced();
  expect(saveState.current().conflicts).toBe(1);
  expect(dialog.getByText("Card 1")).toBeTruthy();
  const standing = dialog.getByText("Celle qui l’a remplacée").closest("figure");
  expect(standing?.textContent).toContain("À elle");
  press("Rétablir la vôtre");
  await expect.poll(() => live.card(card)?.title).toBe("Card 1");
  await expect.poll(() => live.notes()).toEqual([]);
});

test("a replaced value is left as it is, for good", async () => {
  const { live } = await replaced();
  press("Laisser l’autre");
  await expect.poll(() => live.notes()).toEqual([]);
  expect(live.card(card)?.title).toBe("À elle");
});

test("once the value is written anew there is nothing to settle any more", async () => {
  const { live, hears } = await replaced();
  hears(2, "Card 1");
  await expect.poll(() => live.notes()).toEqual([]);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("a value waits to be given back until the page knows of the change that replaced it", async () => {
  session.enter(signedIn());
  const scene = await openScene();
  const hears = (n: number, title: string) => {
    const changes = [{ entity: "card", id: card, set: { title } }];
    const version = scene.version + n;
    const op = { version, client: "tab-a", seq: n, userId: testId("usr", n), changes, at };
    scene.hear({
      kind: "ops",
      from: version,
      to: version,
      ops: [{ ...op, opKind: "card.update" }],
    } as never);
  };
  const overwrote = [{ ...theirs("title", "À elle"), version: scene.version + 1 }];
  const note = { id: "1", at, op: write({ title: "À moi" }), reason: null, overwrote };
  await scene.live.keepNote(note);
  scene.show(() => <SettleDialog />, "/?settle=1");
  const back = await screen.findByRole<HTMLButtonElement>("button", { name: "Rétablir l’autre" });
  expect(back.disabled).toBe(true);
  hears(1, "À elle");
  expect(back.disabled).toBe(true);
  hears(2, "À moi");
  expect(back.disabled).toBe(false);
  fireEvent.click(back);
  await expect.poll(() => scene.live.card(card)?.title).toBe("À elle");
});

/** This person's title replaced somebody's unseen; then the board came to show `now`. */
async function overridden(now: string) {
  session.enter(signedIn());
  const scene = await openScene();
  const { version, hear } = scene;
  const hears = (n: number, userId: string, title: string) => {
    const changes = [{ entity: "card", id: card, set: { title } }];
    const op = { version: version + n, client: "tab-b", seq: n, userId, changes };
    const ops = [{ ...op, at, opKind: "card.update" }];
    hear({ kind: "ops", from: version + n, to: version + n, ops } as never);
  };
  hears(1, "usr_b", "À elle");
  hears(2, testId("usr", 1), "À moi");
  hears(3, "usr_b", now);
  const overwrote = [{ ...theirs("title", "À elle"), version: version + 1 }];
  const note = { id: "1", at, op: write({ title: "À moi" }), reason: null, overwrote };
  await scene.live.keepNote(note);
  scene.show(() => <SettleDialog />, "/?settle=1");
  const dialog = within(await screen.findByRole("dialog"));
  return { ...scene, dialog, hears };
}

test("what is kept is written when the board shows the other value by now", async () => {
  const { dialog, live } = await overridden("À elle");
  const other = dialog.getByText("Celle qu’elle a remplacée").closest("figure");
  expect(other?.textContent).toContain("affichée");
  press("Garder la vôtre");
  await expect.poll(() => live.card(card)?.title).toBe("À moi");
  expect(live.notes()).toEqual([]);
});

test("a third value that the board shows by now is told, and may stay", async () => {
  const { dialog, live } = await overridden("À personne");
  expect(dialog.getByText("Sur le tableau maintenant").parentElement?.textContent).toContain(
    "À personne",
  );
  press("Laisser le tableau ainsi");
  await expect.poll(() => live.notes()).toEqual([]);
  expect(live.card(card)?.title).toBe("À personne");
});

test("whoever writes the field anew, knowing of the question, has settled it", async () => {
  const { live } = await overridden("À elle");
  await live.act(write({ title: "Autre chose" }));
  await expect.poll(() => live.notes()).toEqual([]);
});

test("what the same person chose on another device is settled on this one", async () => {
  const { live, hears } = await replaced();
  hears(2, "Un autre titre", {}, testId("usr", 1));
  await expect.poll(() => live.notes()).toEqual([]);
});

test("a question stays when somebody else wrote the field once more", async () => {
  const { live, hears, dialog } = await replaced();
  hears(2, "Encore à elle");
  expect(live.notes()).toHaveLength(1);
  expect(dialog.getByText("Sur le tableau maintenant").closest("figure")?.textContent).toContain(
    "Encore à elle",
  );
});

test("an entry names the card, whose value it was, and opens the card", async () => {
  const { dialog, hear } = await show({
    op: { ...write({ title: "À moi" }), card: testId("crd", 99) } as Op,
    overwrote: [{ ...theirs("title", "À elle"), author: "usr_k" }],
    card: { number: 2, title: "Plan" },
  });
  const karim = { peer: "per_k", userId: "usr_k", name: "Karim Haddad", state: null };
  hear({ kind: "presence", peers: [karim], whole: true });
  expect(dialog.getByText("Celle de Karim Haddad, qu’elle a remplacée")).toBeTruthy();
  fireEvent.click(dialog.getByRole("button", { name: "EC-2 · Plan" }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

/** This person renamed card 1; `gone` tells that somebody deleted it without having seen that. */
async function deletedOver() {
  session.enter(signedIn());
  const scene = await openScene();
  await scene.live.act(write({ title: "Ma pose" }));
  const mine = { version: scene.version + 1, client: "tab-a", seq: 1, userId: testId("usr", 1) };
  const changes = [{ entity: "card", id: card, set: { title: "Ma pose" } }];
  scene.hear({
    kind: "ack",
    results: [{ ...mine, at, outcome: "applied", changes, inverse: [], overwrote: [] }],
  } as never);
  const gone = {
    entity: "card",
    id: card,
    set: { deleted: true },
    replaced: { title: mine.userId },
  };
  const op = { version: mine.version + 1, client: "tab-b", seq: 1, userId: "usr_b", at };
  const ops = [{ ...op, opKind: "card.delete", changes: [gone] }];
  const told = { kind: "ops", from: op.version, to: op.version, ops } as never;
  return { ...scene, gone: () => scene.hear(told) };
}

test("a card deleted over one's own writing is told with all of it, and restored", async () => {
  const { show: draw, gone, ...scene } = await deletedOver();
  gone();
  draw(() => <SettleDialog />, "/?settle=1");
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/n’avait pas vu ce que vous y aviez écrit/)).toBeTruthy();
  expect(dialog.getByText("Titre", { exact: false }).parentElement?.textContent).toContain(
    "Ma pose",
  );
  press("Rétablir la carte");
  await expect
    .poll(() => scene.live.card(card))
    .toMatchObject({ deleted: false, title: "Ma pose" });
  expect(scene.live.notes()).toEqual([]);
});

test("the note of a deleted card waits while the page was opened with an older copy of the board", async () => {
  const { show: draw, gone, live, version } = await deletedOver();
  const overwrote = [{ ...theirs("title", "Ma pose"), version: version + 2 }];
  const op: Op = { kind: "card.restore", card };
  await live.keepNote({ id: "1", at, op, reason: "card_deleted", overwrote, by: "usr_b" });
  draw(() => <SettleDialog />, "/?settle=1");
  await screen.findByRole("dialog");
  gone();
  expect(live.notes().length).toBeGreaterThan(0);
  expect(screen.getByRole("dialog")).toBeTruthy();
});
