import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { NewToken, Token } from "#domain/tokens/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { TokensPage } from "./tokens-page.tsx";

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const token = (over: Partial<Token> = {}): Token => ({
  id: "tok_1",
  name: "Comptabilité",
  owner: { kind: "person", id: "usr_1", name: "Claire Morvan" },
  permissions: ["clients.read"],
  withheld: [],
  hint: "x9Zq",
  createdAt: inDays(-3),
  expiresAt: inDays(60),
  usedAt: null,
  usedFrom: null,
  ...over,
});
const made: NewToken = { ...token(), token: "aet_u0001SECRET" };

const KEYS = ["identity.read", "clients.read", "clients.write", "boards.read", "tokens.create"];

function show(items: Token[], answers: Parameters<typeof fakeServer>[0] = {}, permissions = KEYS) {
  session.enter(signedIn({ permissions }));
  const asked = fakeServer({ "get /tokens": () => Response.json({ items }), ...answers });
  renderPage(TokensPage);
  return asked;
}

const row = async (name: string) => {
  const item = (await screen.findByText(name)).closest("li");
  if (!item) throw new Error(`No row of ${name}`);
  return within(item);
};
const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole("button", { name }));

describe("the list of one's tokens", () => {
  it("tells of each what it may do, when it was used and when it ends", async () => {
    show([
      token({ usedAt: inDays(-1), usedFrom: "192.0.2.7" }),
      token({ id: "tok_2", name: "Bientôt", expiresAt: inDays(3) }),
      token({ id: "tok_3", name: "Fini", expiresAt: inDays(-1) }),
      token({ id: "tok_4", name: "Vide", withheld: ["clients.read"] }),
    ]);
    const first = await row("Comptabilité");
    expect(first.getByText("Voir les clients")).toBeTruthy();
    expect(first.getByText(/finit par x9Zq · Dernier usage : hier.*192\.0\.2\.7/)).toBeTruthy();
    expect((await row("Bientôt")).getByText("Expire bientôt")).toBeTruthy();
    const over = await row("Fini");
    expect(over.getByText("Expiré")).toBeTruthy();
    expect(over.getByText(/Jamais utilisé · a expiré/)).toBeTruthy();
    const idle = await row("Vide");
    expect(idle.getByText("Sans effet")).toBeTruthy();
    expect(idle.getByText("Droits que le titulaire n’a plus : Voir les clients")).toBeTruthy();
  });

  it("says what a token is for where there is none, and how to make the first", async () => {
    show([]);
    expect(await screen.findByText("Aucun jeton")).toBeTruthy();
    expect(screen.getAllByRole("button", { name: "Créer un jeton" })).toHaveLength(1);
  });

  it("offers no new one to whoever may not have any, and still lets revoke", async () => {
    show([token({ withheld: ["clients.read"] })], {}, ["clients.read"]);
    expect(await screen.findByText(/Votre rôle ne permet pas/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Créer un jeton" })).toBeNull();
    expect(await screen.findByRole("button", { name: "Révoquer Comptabilité" })).toBeTruthy();
  });

  it("revokes after a question, and stays open with the reason when that fails", async () => {
    let tries = 0;
    const asked = show([token()], {
      "delete /tokens/tok_1": () => {
        tries += 1;
        return tries === 1 ? problem("server.error", 500) : new Response(null, { status: 204 });
      },
    });
    await press("Révoquer Comptabilité");
    const dialog = within(await screen.findByRole("dialog"));
    fireEvent.click(dialog.getByRole("button", { name: "Révoquer" }));
    expect(await dialog.findByRole("alert")).toBeTruthy();
    fireEvent.click(dialog.getByRole("button", { name: "Révoquer" }));
    expect(await screen.findByText("« Comptabilité » est révoqué")).toBeTruthy();
    expect(asked.filter(({ method }) => method === "delete")).toHaveLength(2);
  });

  it("takes one that is over out of the list without a question", async () => {
    const asked = show([token({ expiresAt: inDays(-1) })], {
      "delete /tokens/tok_1": () => new Response(null, { status: 204 }),
    });
    await press("Retirer Comptabilité de la liste");
    await expect.poll(() => asked.some(({ method }) => method === "delete")).toBe(true);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("making a token", () => {
  const name = (text: string) =>
    fireEvent.input(screen.getByLabelText(/^Nom/), { target: { value: text } });

  it("offers one's own rights alone, starts with reading, and sends what was picked", async () => {
    const asked = show([token()], { "post /tokens": () => Response.json(made, { status: 201 }) });
    await press("Créer un jeton");
    const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
    expect(box("Voir les clients").checked).toBe(true);
    expect(box("Créer et modifier des clients").checked).toBe(false);
    expect(screen.queryByLabelText("Supprimer et rétablir des clients")).toBeNull();
    expect(screen.queryByLabelText("Créer des jetons d’API pour soi")).toBeNull();
    await press("Aucun");
    const send = await screen.findByRole<HTMLButtonElement>("button", { name: "Créer le jeton" });
    name("Export");
    expect(send.disabled).toBe(true);
    await press("Tous");
    fireEvent.click(box("Voir les tableaux"));
    fireEvent.click(send);
    expect(await screen.findByText("Le jeton est prêt")).toBeTruthy();
    const sent = asked.find(({ method }) => method === "post")?.body as Record<string, unknown>;
    expect(sent).toMatchObject({
      name: "Export",
      permissions: ["identity.read", "clients.read", "clients.write"],
    });
    const days = (Date.parse(String(sent["expiresAt"])) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
  });

  it("shows it once, with a command for this server, and is not closed uncopied by one slip", async () => {
    show([token()], { "post /tokens": () => Response.json(made, { status: 201 }) });
    await press("Créer un jeton");
    name("Export");
    await press("Créer le jeton");
    const field = await screen.findByLabelText<HTMLInputElement>("Jeton");
    expect(field.value).toBe("aet_u0001SECRET");
    const command = `curl "${location.origin}/api/v1/clients?limit=5"`;
    expect(document.querySelector("pre")?.textContent).toContain(command);
    await press("Terminé");
    expect(await screen.findByText(/Vous n’avez pas copié ce jeton/)).toBeTruthy();
    await press("Terminé");
    expect(screen.queryByText("Le jeton est prêt")).toBeNull();
  });

  it("closes at once when it was copied", async () => {
    const writeText = vi.fn(async () => undefined);
    vi.stubGlobal("navigator", { languages: navigator.languages, clipboard: { writeText } });
    show([token()], { "post /tokens": () => Response.json(made, { status: 201 }) });
    await press("Créer un jeton");
    name("Export");
    await press("Créer le jeton");
    await press("Copier le jeton");
    await expect.poll(() => writeText.mock.calls).toEqual([["aet_u0001SECRET"]]);
    await press("Terminé");
    expect(screen.queryByText("Le jeton est prêt")).toBeNull();
  });

  it("ticks reading with what changes, and unticks what changes with reading", async () => {
    show([token()], {});
    await press("Créer un jeton");
    await press("Aucun");
    const box = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
    fireEvent.click(box("Créer et modifier des clients"));
    expect(box("Voir les clients").checked).toBe(true);
    fireEvent.click(box("Voir les clients"));
    expect(box("Créer et modifier des clients").checked).toBe(false);
  });

  it("keeps what was typed when it is refused, and says why", async () => {
    show([token()], { "post /tokens": () => problem("token.limit", 409) });
    await press("Créer un jeton");
    name("Export");
    await press("Créer le jeton");
    expect((await screen.findByRole("alert")).textContent).toContain("déjà 50 jetons");
    expect(screen.getByLabelText<HTMLInputElement>(/^Nom/).value).toBe("Export");
  });
});
