import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import type { JSX } from "solid-js";
import { afterEach, describe, expect, it } from "vitest";
import type { Division } from "#domain/divisions/model.ts";
import type { Member, Role } from "#domain/members/model.ts";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { Divisions } from "./divisions.tsx";
import { Organization } from "./organization.tsx";

afterEach(() => session.leave());

const role = (id: string, slug: keyof typeof DEFAULT_ROLES): Role => {
  const can = { edit: true, delete: false, give: true };
  return { id, slug, name: null, permissions: [...DEFAULT_ROLES[slug]], members: 1, can };
};
const roles = [role("rol_1", "owner"), role("rol_2", "admin"), role("rol_3", "viewer")];
const named = ({ id, slug, name }: Role) => ({ id, slug, name });
const member = (userId: string, name: string, held: Role): Member => {
  const mine = userId === "usr_1";
  const can = { changeRole: !mine, remove: !mine, receiveOwnership: !mine };
  const email = `${userId}@atelier.fr`;
  return { userId, name, email, role: named(held), joinedAt: "2026-01-01T00:00:00.000Z", can };
};
const [owner, admin, viewer] = roles as [Role, Role, Role];
const claire = member("usr_1", "Claire Morvan", owner);
const karim = member("usr_2", "Karim Benali", viewer);
const lyon: Division = {
  id: "div_1",
  name: "Agence de Lyon",
  members: [{ userId: "usr_2", name: "Karim Benali", role: named(admin), can: { change: true } }],
  can: { edit: true, members: true },
  roles: [named(admin), named(viewer)],
};

function show(
  Page: () => JSX.Element,
  answers: Parameters<typeof fakeServer>[0] = {},
  permissions: readonly string[] = DEFAULT_ROLES.owner,
) {
  session.enter(signedIn({ permissions: [...permissions] }));
  const asked = fakeServer({
    "get /members": () => Response.json({ items: [claire, karim] }),
    "get /roles": () => Response.json({ items: roles }),
    "get /divisions": () => Response.json({ items: [lyon] }),
    ...answers,
  });
  renderPage(Page);
  return asked;
}

describe("divisions", () => {
  it("say who is in them with which role, and what that role is good for today", async () => {
    show(Divisions);
    const list = await screen.findByRole("list", { name: "Agence de Lyon" });
    const change = within(list).getByRole("button", {
      name: /Karim Benali, rôle dans Agence de Lyon/,
    });
    expect(change.textContent).toContain("Administrateur");
    expect(screen.getByText(/permet seulement d’en gérer les membres/)).toBeTruthy();
  });

  it("take somebody out at once", async () => {
    const path = "delete /divisions/div_1/members/usr_2";
    const asked = show(Divisions, { [path]: () => new Response(null, { status: 204 }) });
    const name = "Retirer Karim Benali de la division Agence de Lyon";
    fireEvent.click(await screen.findByRole("button", { name }));
    await screen.findByText("Karim Benali n’est plus dans la division Agence de Lyon");
    expect(asked.some(({ method }) => method === "delete")).toBe(true);
  });

  it("are read without a way to change them by whoever may not", async () => {
    const place = { ...lyon.members[0]!, can: { change: false } };
    const read = { ...lyon, members: [place], can: { edit: false, members: false }, roles: [] };
    show(Divisions, { "get /divisions": () => Response.json({ items: [read] }) }, [
      "identity.read",
    ]);
    const list = await screen.findByRole("list", { name: "Agence de Lyon" });
    expect(within(list).queryByRole("button")).toBeNull();
    expect(screen.queryByRole("button", { name: "Division" })).toBeNull();
  });

  it("say which name is taken, and keep it to be mended", async () => {
    show(Divisions, { "post /divisions": () => problem("identity.division_name_taken", 409) });
    fireEvent.click(await screen.findByRole("button", { name: "Division" }));
    const field = await screen.findByLabelText<HTMLInputElement>("Nom de la division");
    fireEvent.input(field, { target: { value: "Agence de Lyon" } });
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect((await screen.findByRole("alert")).textContent).toContain("porte déjà ce nom");
    expect(field.value).toBe("Agence de Lyon");
  });
});

describe("the organization", () => {
  it("asks for its name under the field", async () => {
    const issues = [{ path: "name", rule: "too_small", message: "" }];
    show(Organization, {
      "patch /organization": () => problem("request.invalid", 422, { issues }),
    });
    const field = await screen.findByLabelText<HTMLInputElement>("Nom de l’entreprise");
    fireEvent.input(field, { target: { value: "" } });
    fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
    expect(await screen.findByText("Indiquez le nom de l’entreprise")).toBeTruthy();
  });

  it("is handed over after saying what becomes of both", async () => {
    const asked = show(Organization, {
      "post /organization/ownership": () => Response.json({ role: named(admin) }),
      "get /auth/me": () => problem("server.unavailable", 503),
    });
    fireEvent.click(await screen.findByRole("button", { name: "Transmettre la propriété…" }));
    const dialog = await screen.findByRole("dialog");
    await waitFor(() =>
      expect(dialog.textContent).toMatch(
        /Karim Benali devient propriétaire.*Vous prenez le rôle Administrateur/,
      ),
    );
    fireEvent.click(within(dialog).getByRole("button", { name: "Transmettre" }));
    await screen.findByText("Karim Benali est maintenant propriétaire");
    const sent = asked.find(({ path }) => path === "/organization/ownership");
    expect(sent?.body).toEqual({ userId: "usr_2" });
  });

  it("is handed over by nobody who does not own it", async () => {
    const bystander = { ...karim, can: { ...karim.can, receiveOwnership: false } };
    show(
      Organization,
      { "get /members": () => Response.json({ items: [claire, bystander] }) },
      DEFAULT_ROLES.admin,
    );
    await screen.findByText("Claire Morvan");
    expect(screen.queryByRole("button", { name: /Transmettre/ })).toBeNull();
  });
});
