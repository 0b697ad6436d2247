import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import type { Member, Role } from "#domain/members/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { press } from "#web/ui/testing.tsx";
import { Members } from "./members.tsx";

afterEach(() => session.leave());

const may = { edit: true, delete: false, give: true };
const roles: Role[] = [
  { id: "rol_1", slug: "owner", name: null, permissions: [], members: 1, can: may },
  { id: "rol_2", slug: "member", name: null, permissions: [], members: 1, can: may },
  { id: "rol_3", slug: "custom", name: "Conducteur", permissions: [], members: 0, can: may },
];
const karim: Member = {
  userId: "usr_2",
  name: "Karim Benali",
  email: "karim@atelier.fr",
  role: { id: "rol_2", slug: "member", name: null },
  joinedAt: "2026-01-01T00:00:00.000Z",
  can: { changeRole: true, remove: true, receiveOwnership: false },
};
const claire: Member = {
  ...karim,
  userId: "usr_1",
  name: "Claire Morvan",
  role: signedIn().role,
  can: { changeRole: false, remove: false, receiveOwnership: false },
};

function show(permissions: string[], answers: Parameters<typeof fakeServer>[0] = {}) {
  session.enter(signedIn({ permissions }));
  const asked = fakeServer({
    "get /members": () => Response.json({ items: [claire, karim] }),
    "get /roles": () => Response.json({ items: roles }),
    "get /invitations": () => Response.json({ items: [] }),
    ...answers,
  });
  renderPage(Members);
  return asked;
}

const row = async (name: string) => {
  const found = (await screen.findByText(name)).closest("li");
  if (!found) throw new Error(`${name} is in no row`);
  return within(found);
};

it("names the roles of the start and offers their change only where the server allows it", async () => {
  show(["identity.read", "identity.roles", "identity.invite"]);
  expect((await row("Claire Morvan")).getByText("Propriétaire")).toBeTruthy();
  expect((await row("Claire Morvan")).queryByRole("button")).toBeNull();
  const change = await (await row("Karim Benali")).findByRole("button", { name: /Rôle de Karim/ });
  expect(change.textContent).toContain("Membre");
});

it("shows no way to invite to whoever may not", async () => {
  const asked = show(["identity.read"]);
  await row("Karim Benali");
  expect(screen.queryByRole("button", { name: "Inviter" })).toBeNull();
  expect(asked.some(({ path }) => path === "/invitations")).toBe(false);
});

it("makes a link behind a #, shown once", async () => {
  const asked = show(["identity.read", "identity.invite"], {
    "post /invitations": () =>
      Response.json({ token: "tok_12345678901234567890" }, { status: 201 }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Inviter" }));
  await waitFor(() =>
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Créer le lien" }).disabled).toBe(
      false,
    ),
  );
  fireEvent.click(screen.getByRole("button", { name: "Créer le lien" }));
  const link = await screen.findByLabelText<HTMLInputElement>("Lien d’invitation");
  expect(link.value).toBe(`${location.origin}/invitation#tok_12345678901234567890`);
  expect(asked.find(({ method }) => method === "post")?.body).toEqual({
    email: null,
    roleId: "rol_2",
  });
  // The form that had the focus is gone: the keyboard goes on at the link, and Esc still closes.
  await waitFor(() => expect(document.activeElement).toBe(link));
  fireEvent.keyDown(link, { key: "Escape" });
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

it("mails an invitation that has an address, and says so", async () => {
  const asked = show(["identity.read", "identity.invite"], {
    "post /invitations": () =>
      Response.json({ token: "tok_12345678901234567890" }, { status: 201 }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Inviter" }));
  const dialog = within(await screen.findByRole("dialog"));
  const email = dialog.getByLabelText("Adresse e-mail");
  fireEvent.input(email, { target: { value: "nadia@atelier.fr" } });
  const send = dialog.getByRole<HTMLButtonElement>("button", { name: "Inviter" });
  await waitFor(() => expect(send.disabled).toBe(false));
  fireEvent.click(send);
  expect(await screen.findByText(/L’invitation a été envoyée à nadia@atelier\.fr/)).toBeTruthy();
  expect(asked.find(({ method }) => method === "post")?.body).toEqual({
    email: "nadia@atelier.fr",
    roleId: "rol_2",
  });
});

it("keeps a typed invitation when its form is closed, until it is sent", async () => {
  show(["identity.read", "identity.invite"], {
    "post /invitations": () =>
      Response.json({ token: "tok_12345678901234567890" }, { status: 201 }),
  });
  const open = async () => {
    fireEvent.click(await screen.findByRole("button", { name: "Inviter" }));
    return within(await screen.findByRole("dialog")).getByLabelText<HTMLInputElement>(
      "Adresse e-mail",
    );
  };
  fireEvent.input(await open(), { target: { value: "nadia@atelier.fr" } });
  press("Escape");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((await open()).value).toBe("nadia@atelier.fr");
  const dialog = within(screen.getByRole("dialog"));
  const send = dialog.getByRole<HTMLButtonElement>("button", { name: "Inviter" });
  await waitFor(() => expect(send.disabled).toBe(false));
  fireEvent.click(send);
  await screen.findByText(/L’invitation a été envoyée à nadia/);
  fireEvent.click(screen.getByRole("button", { name: "Terminé" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect((await open()).value).toBe("");
});

it("invites by link only while the own address is not confirmed, and says why", async () => {
  show(["identity.read", "identity.invite"]);
  const grant = signedIn({ permissions: ["identity.read", "identity.invite"] });
  session.enter({ ...grant, person: { ...grant.person, emailVerified: false } });
  fireEvent.click(await screen.findByRole("button", { name: "Inviter" }));
  const email = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail");
  expect(email.disabled).toBe(true);
  expect(screen.getByText(/Confirmez d’abord votre propre adresse/)).toBeTruthy();
});

it("says what is wrong with an address in our words, under its field", async () => {
  const issues = [{ path: "email", rule: "invalid_format", message: "" }];
  show(["identity.read", "identity.invite"], {
    "post /invitations": () => problem("request.invalid", 422, { issues }),
  });
  fireEvent.click(await screen.findByRole("button", { name: "Inviter" }));
  const field = await screen.findByLabelText<HTMLInputElement>("Adresse e-mail");
  fireEvent.input(field, { target: { value: "karim@" } });
  expect(field.form?.noValidate).toBe(true);
  if (field.form) fireEvent.submit(field.form);
  await screen.findByText(/Adresse e-mail incomplète/);
  expect(field.getAttribute("aria-invalid")).toBe("true");
  expect(document.activeElement).toBe(field);
});

it("keeps the question open and says why when a removal is refused", async () => {
  show(["identity.read", "identity.invite"], {
    "delete /members/usr_2": () => problem("identity.last_owner", 409),
  });
  const actions = (await row("Karim Benali")).getByRole("button", { name: /Actions pour/ });
  fireEvent.pointerDown(actions, { button: 0, pointerType: "mouse" });
  fireEvent.click(actions);
  fireEvent.pointerUp(await screen.findByRole("menuitem"), { button: 0, pointerType: "mouse" });
  fireEvent.click(await screen.findByRole("button", { name: "Retirer" }));
  const alert = await screen.findByRole("alert");
  expect(alert.textContent).toContain("au moins un propriétaire");
  expect(screen.getByRole("dialog")).toBeTruthy();
});
