import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import type { ServiceAccount, Token } from "#domain/tokens/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { ServicesPage } from "./services-page.tsx";

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const token = (id: string, owner: Token["owner"]): Token => ({
  id,
  name: `Jeton ${id}`,
  owner,
  permissions: ["clients.read"],
  withheld: [],
  hint: "x9Zq",
  createdAt: inDays(-3),
  expiresAt: inDays(60),
  usedAt: null,
  usedFrom: null,
});
const viewer = { id: "rol_3", slug: "viewer", name: null };
const robot = { kind: "service", id: "svc_1", name: "Passerelle" } as const;
const service = (over: Partial<ServiceAccount> = {}): ServiceAccount => ({
  id: "svc_1",
  name: "Passerelle",
  role: viewer,
  permissions: ["clients.read"],
  createdAt: inDays(-9),
  createdBy: "Claire Morvan",
  disabledAt: null,
  tokens: [token("un", robot)],
  can: { grant: true },
  ...over,
});
const role = (id: string, slug: "owner" | "viewer") => {
  const can = { edit: true, delete: false, give: true };
  return { id, slug, name: null, permissions: [...DEFAULT_ROLES[slug]], members: 1, can };
};

function show(items: ServiceAccount[], answers: Parameters<typeof fakeServer>[0] = {}) {
  session.enter(signedIn({ permissions: [...DEFAULT_ROLES.admin] }));
  const people = [token("deux", { kind: "person", id: "usr_2", name: "Lucas Petit" })];
  const asked = fakeServer({
    "get /service-accounts": () => Response.json({ items }),
    "get /organization/tokens": () => Response.json({ items: [...people, token("un", robot)] }),
    "get /roles": () => Response.json({ items: [role("rol_1", "owner"), role("rol_3", "viewer")] }),
    ...answers,
  });
  renderPage(ServicesPage);
  return asked;
}
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));
async function choose(name: string) {
  const trigger = await screen.findByRole("button", { name: "Actions pour Passerelle" });
  fireEvent.keyDown(trigger, { key: "Enter" });
  const item = await screen.findByRole("menuitem", { name });
  fireEvent.pointerDown(item, { pointerType: "mouse", button: 0 });
  fireEvent.pointerUp(item, { pointerType: "mouse", button: 0 });
  fireEvent.click(item);
}

describe("service accounts", () => {
  it("are listed with role, maker and tokens; members' tokens stand apart, with whose they are", async () => {
    show([service()]);
    expect(await screen.findByText(/Rôle Lecteur · créé par Claire Morvan/)).toBeTruthy();
    const own = await screen.findByRole("list", { name: "Passerelle" });
    expect(within(own).getByText("Jeton un")).toBeTruthy();
    const people = await screen.findByRole("list", { name: "Jetons des membres" });
    expect(within(people).getByText(/de Lucas Petit/)).toBeTruthy();
    expect(within(people).queryByText("Jeton un")).toBeNull();
  });

  it("say what they are for where there is none", async () => {
    show([]);
    expect(await screen.findByText("Aucun compte de service")).toBeTruthy();
  });

  it("are made with a role whose every right the maker holds", async () => {
    const asked = show([], {
      "post /service-accounts": () => Response.json(service(), { status: 201 }),
    });
    await press("Créer un compte");
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.input(dialog.getByLabelText(/^Nom/), { target: { value: "Passerelle" } });
    // An admin does not own: the owner's role is no offer.
    await expect.poll(() => dialog.queryByText("Lecteur", { ignore: "option" })).not.toBeNull();
    fireEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    await expect.poll(() => asked.some(({ method }) => method === "post")).toBe(true);
    const sent = asked.find(({ method }) => method === "post");
    expect(sent?.body).toEqual({ name: "Passerelle", roleId: "rol_3" });
  });

  it("keep the name that was typed when it is taken", async () => {
    show([], { "post /service-accounts": () => problem("service.name_taken", 409) });
    await press("Créer un compte");
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.input(dialog.getByLabelText(/^Nom/), { target: { value: "Passerelle" } });
    await expect.poll(() => dialog.queryByText("Lecteur", { ignore: "option" })).not.toBeNull();
    fireEvent.click(dialog.getByRole("button", { name: "Enregistrer" }));
    expect((await dialog.findByRole("alert")).textContent).toContain("porte déjà ce nom");
    expect(dialog.getByLabelText<HTMLInputElement>(/^Nom/).value).toBe("Passerelle");
  });

  it("show a new token once, while the list behind it is read again", async () => {
    let reads = 0;
    const made = { ...token("neuf", robot), token: "aet_s0001SECRET" };
    show([], {
      "get /service-accounts": () => {
        reads += 1;
        const tokens = reads > 1 ? [token("neuf", robot), token("un", robot)] : [];
        return Response.json({ items: [service({ tokens })] });
      },
      "post /service-accounts/svc_1/tokens": () => Response.json(made, { status: 201 }),
    });
    await press("Créer un jeton");
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.input(dialog.getByLabelText(/^Nom/), { target: { value: "Nuit" } });
    fireEvent.click(dialog.getByRole("button", { name: "Créer le jeton" }));
    await expect.poll(() => reads).toBe(2);
    expect(await screen.findByText("Jeton neuf")).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>("Jeton").value).toBe("aet_s0001SECRET");
  });

  it("are suspended at once, and show it", async () => {
    const asked = show([service()], {
      "patch /service-accounts/svc_1": () => Response.json(service({ disabledAt: inDays(0) })),
    });
    await choose("Suspendre");
    await expect.poll(() => asked.some(({ method }) => method === "patch")).toBe(true);
    expect(asked.find(({ method }) => method === "patch")?.body).toEqual({ disabled: true });
    expect(await screen.findByText(/est suspendu, ses jetons/)).toBeTruthy();
  });

  it("get no token while they are suspended, nor from whoever shares no right with them", async () => {
    show([service({ disabledAt: inDays(-1) })]);
    expect(await screen.findByText("Suspendu")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Créer un jeton" })).toBeNull();
  });
});
