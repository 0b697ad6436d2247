import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { DashboardView, WidgetView } from "#domain/dashboards/model.ts";
import type { Parameter } from "#domain/dashboards/parameters.ts";
import {
  listOf,
  sampleDashboard,
  sampleWorkspace,
  showAnalyses,
} from "#web/features/workspaces/testing.tsx";
import { session } from "#web/lib/session.ts";
import { problem } from "#web/lib/testing-server.ts";
import { DashboardPage } from "./dashboard-page.tsx";

const heard = vi.hoisted(() => new Map<string, (event: object) => void>());
vi.mock("#web/lib/live.tsx", async (original) => ({
  ...(await original<object>()),
  onLive: (topic: string, handler: (event: object) => void) => {
    // The dashboard and its widgets listen to the same topic.
    const before = heard.get(topic);
    heard.set(topic, (event) => {
      before?.(event);
      handler(event);
    });
  },
}));
vi.mock("#web/features/analytics/current-library.ts", () => ({
  currentLibrary: () => ({
    keeper: { engine: () => Promise.resolve({}), generation: () => 1 },
    list: () => Promise.resolve([]),
  }),
  preload: () => undefined,
  onEngineKilled: () => () => undefined,
}));

const category = (name: string, column = name): Parameter => ({
  kind: "category",
  name,
  label: name,
  column,
  initial: [],
});
const WIDGET: WidgetView = {
  ...sampleDashboard(),
  id: "wdg_1",
  dashboardId: sampleDashboard().id,
  title: "Note",
  kind: "text",
  sql: "",
  text: "Avant",
  sourceIds: [],
  chart: null,
  layout: { x: 0, y: 0, w: 6, h: 4 },
  can: { write: true },
};

/** What the server holds; a colleague changes it, and the page is told at once, late or never. */
let widget: WidgetView;
let dashboard: DashboardView;
let sent: { path: string; changes: object }[];
/** Other widgets of the dashboard. */
let beside: WidgetView[];

const tell = (entity: "widget" | "dashboard") => {
  const after = entity === "widget" ? widget : dashboard;
  const by = { actorId: "usr_2", actorName: "Karim" };
  heard.get("dashboards")?.({ entity, entityId: after.id, after, ...by });
};
const theirs = {
  widget: (changes: Partial<WidgetView>) =>
    (widget = { ...widget, ...changes, version: widget.version + 1 }),
  filters: (parameters: Parameter[]) =>
    (dashboard = { ...dashboard, parameters, version: dashboard.version + 1 }),
  title: (title: string) => (dashboard = { ...dashboard, title, version: dashboard.version + 1 }),
};

async function open() {
  const patch = <R extends { version: number }>(path: string, now: () => R, set: (to: R) => R) =>
    [
      `patch ${path}`,
      ({ body }: { body: unknown }) => {
        const { version, changes } = body as { version: number; changes: object };
        if (version !== now().version) {
          return problem("conflict.version", 409, { current: now() });
        }
        sent.push({ path, changes });
        return Response.json(set({ ...now(), ...changes, version: version + 1 }));
      },
    ] as const;
  showAnalyses(DashboardPage, "/analytics/w/:workspace/d/:dashboard", {
    [`get /workspaces/${sampleWorkspace().id}`]: () => Response.json(sampleWorkspace()),
    "get /widgets": () => listOf(widget, ...beside),
    [`get /dashboards/${dashboard.id}`]: () => Response.json(dashboard),
    ...Object.fromEntries([
      patch(
        "/widgets/wdg_1",
        () => widget,
        (to) => (widget = to),
      ),
      patch(
        `/dashboards/${dashboard.id}`,
        () => dashboard,
        (to) => (dashboard = to),
      ),
    ]),
  });
  await screen.findByRole("region", { name: "Note" });
  fireEvent.keyDown(document.body, { key: "e" });
  await screen.findByRole("textbox", { name: "Titre du tableau de bord" });
}
async function openForm() {
  const name = `Actions pour ${widget.title}`;
  fireEvent.keyDown(await screen.findByRole("button", { name }), { key: "Enter" });
  fireEvent.keyDown(await screen.findByRole("menuitem", { name: "Modifier…" }), { key: "Enter" });
  return screen.findByRole("dialog");
}
async function openFilters() {
  fireEvent.click(screen.getByRole("button", { name: "Filtres" }));
  return screen.findByRole("dialog");
}
const type = (form: HTMLElement, name: string, value: string) =>
  fireEvent.input(within(form).getByRole("textbox", { name }), { target: { value } });
const submit = (form: HTMLElement) =>
  fireEvent.click(within(form).getByRole("button", { name: "Enregistrer" }));
const closed = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
const step = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
/** By its key, once there is something for it to do. */
async function undo() {
  await waitFor(() => expect(step("Annuler").disabled).toBe(false));
  fireEvent.keyDown(document.body, { key: "z", ctrlKey: true });
}
async function redo() {
  await waitFor(() => expect(step("Rétablir").disabled).toBe(false));
  fireEvent.keyDown(document.body, { key: "Z", ctrlKey: true, shiftKey: true });
}
const stays = /quelqu’un d’autre a changé la même chose depuis/;

beforeEach(() => {
  heard.clear();
  widget = WIDGET;
  dashboard = { ...sampleDashboard(), parameters: [category("ville"), category("jour")] };
  sent = [];
  beside = [];
});
afterEach(() => session.leave());

it.each(["told", "not told"])(
  "a form sends what was changed in it alone: another field that a colleague saved meanwhile stays (%s)",
  async (told) => {
    await open();
    const form = await openForm();
    theirs.widget({ text: "De Karim" });
    if (told === "told") tell("widget");
    type(form, "Titre", "De Claire");
    submit(form);
    await closed();
    expect(sent).toEqual([{ path: "/widgets/wdg_1", changes: { title: "De Claire" } }]);
    expect(widget).toMatchObject({ title: "De Claire", text: "De Karim" });
  },
);

it.each(["told", "not told"])(
  "a field that both changed is refused, with what stands there now, and one decides (%s)",
  async (told) => {
    await open();
    const form = await openForm();
    type(form, "Titre", "De Claire");
    type(form, "Texte", "Texte de Claire");
    theirs.widget({ title: "De Karim", text: "Texte de Karim" });
    if (told === "told") tell("widget");
    else submit(form);
    const alert = await within(form).findByRole("alert");
    expect(within(alert).getByText("Texte de Karim")).toBeTruthy();
    expect(sent).toEqual([]);
    const save = within(form).getByRole<HTMLButtonElement>("button", { name: "Enregistrer" });
    await waitFor(() => expect(save.disabled).toBe(true));
    const part = (name: string) => within(within(alert).getByRole("group", { name }));
    fireEvent.click(part("Titre").getByRole("button", { name: "Garder la mienne" }));
    fireEvent.click(part("Texte").getByRole("button", { name: "Prendre la sienne" }));
    await waitFor(() => expect(save.disabled).toBe(false));
    submit(form);
    await closed();
    expect(sent).toEqual([{ path: "/widgets/wdg_1", changes: { title: "De Claire" } }]);
    expect(widget.text).toBe("Texte de Karim");
  },
);

it("taking back changes one's own field where it still holds what one set, and nothing else", async () => {
  await open();
  const form = await openForm();
  type(form, "Titre", "De Claire");
  submit(form);
  await closed();
  theirs.widget({ text: "De Karim" });
  tell("widget");
  await undo();
  await waitFor(() => expect(widget).toMatchObject({ title: "Note", text: "De Karim" }));
  await redo();
  await waitFor(() => expect(widget.title).toBe("De Claire"));
  expect(sent.map(({ changes }) => Object.keys(changes)).flat()).toEqual(Array(3).fill("title"));

  theirs.widget({ title: "De Karim" });
  tell("widget");
  await undo();
  await screen.findByText(stays);
  await waitFor(() => expect(step("Annuler").disabled).toBe(true));
  expect(step("Rétablir").disabled).toBe(true);
  expect(widget.title).toBe("De Karim");
  expect(sent.length).toBe(3);
});

it("saving a form moves nothing: what was put on the place of another stays there", async () => {
  const rows = () =>
    ["wdg_1", "wdg_2"].map((id) =>
      document
        .querySelector<HTMLElement>(`[data-widget=${id}]`)
        ?.parentElement?.style.getPropertyValue("--row"),
    );
  const layout = { ...WIDGET.layout, rank: 1 };
  beside = [{ ...WIDGET, id: "wdg_2", title: "Dessus", text: "Dessus", layout }];
  await open();
  expect(rows()).toEqual(["5 / span 4", "1 / span 4"]);
  const form = await openForm();
  type(form, "Titre", "De Claire");
  submit(form);
  await closed();
  await screen.findByRole("region", { name: "De Claire" });
  expect(sent).toEqual([{ path: "/widgets/wdg_1", changes: { title: "De Claire" } }]);
  expect(rows()).toEqual(["5 / span 4", "1 / span 4"]);
});

it.each(["told", "not told"])(
  "filters are put together one by one, and taking one's own back leaves a colleague's (%s)",
  async (told) => {
    await open();
    const form = await openFilters();
    theirs.filters([category("ville"), category("jour"), category("kind")]);
    if (told === "told") tell("dashboard");
    fireEvent.click(within(form).getByRole("button", { name: "Retirer jour" }));
    submit(form);
    await closed();
    expect(dashboard.parameters).toEqual([category("ville"), category("kind")]);
    theirs.filters([category("kind")]);
    if (told === "told") tell("dashboard");
    await undo();
    await waitFor(() => expect(dashboard.parameters).toEqual([category("kind"), category("jour")]));
    await redo();
    await waitFor(() => expect(dashboard.parameters).toEqual([category("kind")]));
  },
);

it.each(["told", "not told"])(
  "a filter that both changed is refused, and one decides (%s)",
  async (told) => {
    await open();
    const form = await openFilters();
    fireEvent.click(within(form).getByRole("button", { name: "Retirer jour" }));
    theirs.filters([category("ville"), category("jour", "date")]);
    if (told === "told") tell("dashboard");
    else submit(form);
    const alert = await within(form).findByRole("alert");
    expect(within(alert).getByText("jour · Catégorie · date")).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.click(within(alert).getByRole("button", { name: "Garder la mienne" }));
    await waitFor(() => expect(within(form).queryByRole("alert")).toBeNull());
    submit(form);
    await closed();
    expect(dashboard.parameters).toEqual([category("ville")]);
  },
);

it.each(["told", "not told"])("a title that a colleague changed stands (%s)", async (told) => {
  await open();
  const title = screen.getByRole("textbox", { name: "Titre du tableau de bord" });
  fireEvent.input(title, { target: { value: "De Claire" } });
  fireEvent.blur(title);
  await waitFor(() => expect(dashboard.title).toBe("De Claire"));
  theirs.title("De Karim");
  if (told === "told") tell("dashboard");
  await undo();
  await screen.findByText(stays);
  expect(dashboard.title).toBe("De Karim");
  await waitFor(() => expect(step("Rétablir").disabled).toBe(true));

  fireEvent.input(title, { target: { value: "Encore" } });
  theirs.title("Deux");
  if (told === "told") tell("dashboard");
  fireEvent.blur(title);
  fireEvent.click(await screen.findByRole("button", { name: "Garder la mienne" }));
  await waitFor(() => expect(dashboard.title).toBe("Encore"));
});
