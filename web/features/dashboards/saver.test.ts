import { expect, test, vi } from "vitest";
import type { WidgetView } from "#domain/dashboards/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { createSaver, type SaverDeps } from "./saver.ts";

const layout = { x: 0, y: 0, w: 6, h: 4 };
const widget = (changes: Partial<WidgetView> = {}): WidgetView => ({
  id: "wdg_1",
  dashboardId: "dsb_1",
  version: 1,
  title: "CA",
  kind: "table",
  sql: "SELECT 1",
  text: "",
  sourceIds: [],
  chart: null,
  layout,
  createdBy: "usr_1",
  createdAt: "2026-11-22T09:00:00.000Z",
  updatedAt: "2026-11-22T09:00:00.000Z",
  can: { write: true },
  ...changes,
});
const conflict = (current: WidgetView) => new ApiProblem("conflict.version", 409, { current });

function world(send: SaverDeps["send"]) {
  const deps = {
    send: vi.fn<SaverDeps["send"]>(send),
    onServer: vi.fn<SaverDeps["onServer"]>(),
    onClash: vi.fn<SaverDeps["onClash"]>(),
    onError: vi.fn<SaverDeps["onError"]>(),
  };
  return { deps, saver: createSaver(deps, 1_000_000) };
}

test("several changes of one widget go as one", async () => {
  const { deps, saver } = world(async (_id, version) => widget({ version: version + 1 }));
  saver.save(widget(), { layout: { ...layout, x: 1 } });
  saver.save(widget(), { layout: { ...layout, x: 2 }, title: "B" });
  expect(saver.changesOf("wdg_1")).toEqual({ layout: { ...layout, x: 2 }, title: "B" });
  await saver.flushAll();
  expect(deps.send.mock.calls).toEqual([["wdg_1", 1, { layout: { ...layout, x: 2 }, title: "B" }]]);
  expect(saver.changesOf("wdg_1")).toBeUndefined();
});

test("what somebody else changed in another field stays, and mine is sent on top", async () => {
  const current = widget({ version: 5, title: "Le leur" });
  const { deps, saver } = world(async (_id, version) => {
    if (version === 1) throw conflict(current);
    return widget({ version: version + 1, title: "Le leur", layout: { ...layout, x: 3 } });
  });
  saver.save(widget(), { layout: { ...layout, x: 3 } });
  await saver.flushAll();
  expect(deps.send.mock.calls.map(([, version]) => version)).toEqual([1, 5]);
  expect(deps.onClash).not.toHaveBeenCalled();
});

test("the same field is a clash: theirs is shown, and mine is handed over", async () => {
  const current = widget({ version: 2, layout: { ...layout, x: 6 } });
  const { deps, saver } = world(async () => {
    throw conflict(current);
  });
  const mine = { layout: { ...layout, x: 3 } };
  saver.save(widget(), mine);
  await saver.flushAll();
  expect(deps.onServer).toHaveBeenCalledWith(current);
  expect(deps.onClash).toHaveBeenCalledWith({ mine, current });
  expect(saver.changesOf("wdg_1")).toBeUndefined();
});

test("of two fields the one that somebody else changed is a clash, and the other is sent", async () => {
  const current = widget({ version: 2, title: "Le leur" });
  const { deps, saver } = world(async (_id, version, changes) => {
    if (version === 1) throw conflict(current);
    return { ...current, ...changes, version: version + 1 } as WidgetView;
  });
  const moved = { ...layout, x: 3 };
  saver.save(widget(), { title: "Le mien", layout: moved });
  await saver.flushAll();
  expect(deps.onClash).toHaveBeenCalledWith({ mine: { title: "Le mien" }, current });
  expect(deps.send.mock.calls.at(-1)).toEqual(["wdg_1", 2, { layout: moved }]);
});

test("what was changed and taken back again leaves what somebody else made of it", async () => {
  const current = widget({ version: 2, title: "Le leur" });
  const { deps, saver } = world(async () => {
    throw conflict(current);
  });
  saver.save(widget(), { title: "Le mien" });
  saver.save(widget({ title: "Le mien" }), { title: "CA" });
  await saver.flushAll();
  expect(deps.send).toHaveBeenCalledOnce();
  expect(deps.onClash).not.toHaveBeenCalled();
  expect(deps.onServer).toHaveBeenLastCalledWith(current);
});

test("any other failure is told with the widget as it was", async () => {
  const { deps, saver } = world(async () => {
    throw new ApiProblem("server.error", 500);
  });
  saver.save(widget(), { title: "B" });
  await saver.flushAll();
  expect(deps.onError).toHaveBeenCalledWith(expect.any(ApiProblem), widget());
});
