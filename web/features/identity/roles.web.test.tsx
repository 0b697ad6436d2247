import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Role } from "#domain/members/model.ts";
import { DEFAULT_ROLES, PERMISSIONS } from "#domain/permissions.ts";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { onPhone, press } from "#web/ui/testing.tsx";
import { Roles } from "./roles.tsx";

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const role = (id: string, slug: keyof typeof DEFAULT_ROLES, edit: boolean): Role => {
  const can = { edit, delete: false, give: edit };
  return { id, slug, name: null, permissions: [...DEFAULT_ROLES[slug]], members: 1, can };
};
const all = (edit: boolean) => [
  role("rol_1", "owner", false),
  role("rol_2", "admin", edit),
  role("rol_3", "viewer", edit),
];

function show(
  answers: Parameters<typeof fakeServer>[0] = {},
  permissions: string[] = [...DEFAULT_ROLES.admin],
  edit = true,
  queries = createQueries(),
) {
  session.enter(signedIn({ permissions }));
  const asked = fakeServer({ "get /roles": () => Response.json({ items: all(edit) }), ...answers });
  renderPage(Roles, queries);
  return asked;
}

const box = (name: string) => screen.findByRole<HTMLInputElement>("checkbox", { name });

describe("the matrix of rights", () => {
  it("has a row for each right, under its feature, and a column for each role", async () => {
    show();
    const table = await screen.findByRole("table");
    const heads = within(table).getAllByRole("columnheader");
    expect(heads.map(({ textContent }) => textContent)).toEqual([
      "Droit",
      "Propriétaire1 personne",
      "Administrateur1 personne",
      "Lecteur1 personne",
    ]);
    expect(table.querySelectorAll("th[scope=row]")).toHaveLength(PERMISSIONS.length);
    const features = [...table.querySelectorAll("th[scope=rowgroup]")];
    expect(features.map(({ textContent }) => textContent)).toContain("Tableaux");
  });

  it("opens boxes where the server lets them be changed, within the reader's own rights", async () => {
    show();
    expect((await box("Voir les clients – Lecteur")).checked).toBe(true);
    expect((await box("Créer et modifier des clients – Lecteur")).checked).toBe(false);
    expect(screen.queryByRole("checkbox", { name: /– Propriétaire$/ })).toBeNull();
    // An admin does not own, so can't give it.
    expect(screen.queryByRole("checkbox", { name: /^Posséder/ })).toBeNull();
  });

  it("saves what was ticked, role by role, and nothing before", async () => {
    const asked = show({
      "patch /roles/rol_3": () => Response.json(role("rol_3", "viewer", true)),
    });
    fireEvent.click(await box("Créer et modifier des clients – Lecteur"));
    fireEvent.click(await box("Voir les tableaux – Lecteur"));
    expect(await screen.findByText("2 changements à enregistrer")).toBeTruthy();
    expect(asked.some(({ method }) => method === "patch")).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    await screen.findByText("Les droits sont enregistrés");
    const sent = asked.filter(({ method }) => method === "patch");
    expect(sent).toHaveLength(1);
    const held = new Set<string>([...DEFAULT_ROLES.viewer, "clients.write"]);
    held.delete("boards.read");
    expect(sent[0]?.body).toEqual({ permissions: PERMISSIONS.filter((key) => held.has(key)) });
  });

  it("keeps what was ticked when the server refuses, and says why", async () => {
    show({ "patch /roles/rol_2": () => problem("identity.last_owner", 409) });
    fireEvent.click(await box("Exporter les clients – Administrateur"));
    fireEvent.click(await screen.findByRole("button", { name: "Enregistrer" }));
    expect((await screen.findByRole("alert")).textContent).toContain("au moins un propriétaire");
    expect((await box("Exporter les clients – Administrateur")).checked).toBe(false);
    fireEvent.click(screen.getByRole("button", { name: "Annuler les changements" }));
    expect((await box("Exporter les clients – Administrateur")).checked).toBe(true);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("ticked back is no change", async () => {
    show();
    const one = await box("Exporter les clients – Lecteur");
    fireEvent.click(one);
    await screen.findByText("1 changement à enregistrer");
    fireEvent.click(one);
    expect(screen.queryByText(/à enregistrer/)).toBeNull();
  });

  it("is one Tab stop, and arrows go on to the next box that can be changed", async () => {
    show();
    const first = await box("Voir les membres – Administrateur");
    const stops = () =>
      screen.getAllByRole<HTMLInputElement>("checkbox").filter(({ tabIndex }) => tabIndex === 0);
    expect(stops()).toEqual([first]);
    first.focus();
    press("ArrowRight");
    expect(document.activeElement).toBe(await box("Voir les membres – Lecteur"));
    press("ArrowRight");
    expect(document.activeElement).toBe(await box("Voir les membres – Lecteur"));
    expect(stops()).toEqual([document.activeElement]);
    // Past the rights that an admin can't give.
    for (let step = 0; step < 4; step += 1) press("ArrowDown");
    expect(document.activeElement).toBe(await box("Voir les clients – Lecteur"));
    press("ArrowUp");
    expect(document.activeElement).toBe(
      await box("Nommer l’entreprise et gérer ses divisions – Lecteur"),
    );
  });

  it("keeps the focus when it is read again because somebody joined", async () => {
    let members = 0;
    const items = () => all(true).map((one) => ({ ...one, members }));
    const queries = createQueries();
    show({ "get /roles": () => Response.json({ items: items() }) }, undefined, true, queries);
    const one = await box("Voir les clients – Lecteur");
    one.focus();
    members = 7;
    void queries.invalidateQueries({ queryKey: ["members"] });
    await screen.findAllByText("7 personnes");
    expect(document.activeElement).toBe(await box("Voir les clients – Lecteur"));
    press("ArrowUp");
    expect(document.activeElement).not.toBe(one);
    expect(document.activeElement?.tagName).toBe("INPUT");
  });

  it("leaves the name that somebody else gave a role while its dialog was open", async () => {
    const named = (name: string) => ({ ...role("rol_9", "viewer", true), slug: null, name });
    let now = named("Métreur");
    const queries = createQueries();
    const asked = show(
      {
        "get /roles": () => Response.json({ items: [now] }),
        "patch /roles/rol_9": () => Response.json(now),
      },
      undefined,
      true,
      queries,
    );
    fireEvent.click(await screen.findByRole("button", { name: /Métreur/ }));
    const dialog = await screen.findByRole("dialog");
    now = named("Métreuse");
    void queries.invalidateQueries({ queryKey: ["members"] });
    await screen.findByText("Métreuse");
    fireEvent.click(within(dialog).getByLabelText("Exporter les clients"));
    fireEvent.click(within(dialog).getByRole("button", { name: "Enregistrer" }));
    await expect.poll(() => asked.find(({ method }) => method === "patch")?.body).toBeTruthy();
    expect(asked.find(({ method }) => method === "patch")?.body).not.toHaveProperty("name");
  });

  it("is read by whoever may not change it, without a box", async () => {
    show({}, ["identity.read"], false);
    const table = await screen.findByRole("table");
    expect(within(table).queryByRole("checkbox")).toBeNull();
    expect(within(table).getAllByText("accordé").length).toBeGreaterThan(10);
    expect(screen.queryByRole("button", { name: "Rôle" })).toBeNull();
  });
});

it.each([
  ["scrolls with the page where every role has room", 1440, false],
  ["scrolls by itself where they have not", 1000, true],
])("the matrix %s", async (_what, width, inner) => {
  vi.stubGlobal("matchMedia", (query: string) => ({
    matches: width >= Number(/width >= (\d+)px/.exec(query)?.[1] ?? Infinity),
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  show({ "get /roles": () => Response.json({ items: [...all(true), ...all(true).slice(1)] }) });
  const matrix = await screen.findByRole("region", { name: "Droits par rôle" });
  expect(matrix.className.includes("max-h")).toBe(inner);
});

it("on a phone each role is a list of its own", async () => {
  onPhone();
  const asked = show({
    "patch /roles/rol_3": () => Response.json(role("rol_3", "viewer", true)),
  });
  const list = await screen.findByRole("list", { name: "Rôles" });
  expect(screen.queryByRole("table")).toBeNull();
  const viewer = within(list).getByText("Lecteur").closest("li");
  if (!viewer) throw new Error("No list of the viewer");
  expect(
    within(viewer).getByText(
      new RegExp(`${DEFAULT_ROLES.viewer.length} droits sur ${PERMISSIONS.length}`),
    ),
  ).toBeTruthy();
  fireEvent.click(within(viewer).getByLabelText("Exporter les clients"));
  fireEvent.click(await screen.findByRole("button", { name: "Enregistrer" }));
  await expect.poll(() => asked.some(({ method }) => method === "patch")).toBe(true);
});
