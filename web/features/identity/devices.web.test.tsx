import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#domain/identity/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { Devices } from "./devices.tsx";

const OTHER = "ses_01K00000000000000000000002";
const device = (more: Partial<Session>): Session => ({
  id: "ses_01K00000000000000000000001",
  device: "Firefox · Linux",
  createdAt: "2026-11-18T09:00:00.000Z",
  seenAt: "2026-11-20T09:00:00.000Z",
  place: null,
  seenPlace: "local",
  expiresAt: "2026-11-25T09:00:00.000Z",
  current: true,
  ...more,
});
const OWN = device({});
const PHONE = device({
  id: OTHER,
  device: "Safari · iPhone",
  place: "DE",
  seenPlace: "DE",
  current: false,
});
const event = (id: number, kind: string, more: object = {}) => ({
  id: `aev_0000000000000000000000000${id}`,
  kind,
  at: "2026-11-20T09:00:00.000Z",
  device: "Firefox · Linux",
  place: "DE",
  address: "203.0.113.7",
  ...more,
});
const page = (items: unknown[], nextCursor: string | null = null) =>
  Response.json({ items, nextCursor });

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

function show(more: Parameters<typeof fakeServer>[0] = {}, devices: () => Session[] = () => [OWN]) {
  const asked = fakeServer({
    "get /auth/sessions": () => Response.json({ items: devices() }),
    "get /auth/events": () => page([]),
    ...more,
  });
  renderPage(Devices);
  return asked;
}
const done = () => new Response(null, { status: 204 });
const confirm = (label: string) =>
  fireEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: label }));

describe("the devices", () => {
  it("tell where each is, in words, and which one this is", async () => {
    show({}, () => [OWN, PHONE]);
    const rows = within(await screen.findByRole("list", { name: "Appareils connectés" }));
    const [own, phone] = rows.getAllByRole("listitem");
    expect(own?.textContent).toContain("cet appareil");
    expect(own?.textContent).toContain("réseau local");
    expect(own?.textContent).toContain("lieu inconnu");
    expect(within(own!).queryByRole("button")).toBeNull();
    expect(phone?.textContent).toContain("Allemagne");
  });

  it("are signed out one by one, after a question that says there is no way back", async () => {
    let list = [OWN, PHONE];
    const end = () => {
      list = [OWN];
      return done();
    };
    const asked = show({ [`delete /auth/sessions/${OTHER}`]: end }, () => list);
    fireEvent.click(await screen.findByRole("button", { name: /^Déconnecter Safari · iPhone/ }));
    expect(screen.getByRole("dialog").textContent).toContain("Il n’y a pas de retour");
    expect(asked.some(({ method }) => method === "delete")).toBe(false);
    confirm("Déconnecter");
    expect(await screen.findByText("Safari · iPhone est déconnecté")).toBeTruthy();
    await waitFor(() => expect(screen.queryByText("Safari · iPhone")).toBeNull());
  });

  it("are signed out all but this one", async () => {
    let list = [OWN, PHONE];
    const end = () => {
      list = [OWN];
      return done();
    };
    show({ "delete /auth/sessions": end }, () => list);
    fireEvent.click(await screen.findByRole("button", { name: "Déconnecter les autres" }));
    confirm("Déconnecter les autres");
    expect(await screen.findByText("Tous les autres appareils sont déconnectés")).toBeTruthy();
    await waitFor(() =>
      expect(screen.queryByRole("button", { name: "Déconnecter les autres" })).toBeNull(),
    );
    expect(session.status()).toBe("signed-in");
  });

  it("stay when it fails, and the dialog says why", async () => {
    const fails = () => problem("auth.session_not_found", 404);
    show({ [`delete /auth/sessions/${OTHER}`]: fails }, () => [OWN, PHONE]);
    fireEvent.click(await screen.findByRole("button", { name: /^Déconnecter Safari/ }));
    confirm("Déconnecter");
    expect(await within(screen.getByRole("dialog")).findByRole("alert")).toBeTruthy();
  });

  it("are all left after a question", async () => {
    show({ "post /auth/sign-out-everywhere": done });
    fireEvent.click(await screen.findByRole("button", { name: "Se déconnecter partout" }));
    expect(session.status()).toBe("signed-in");
    confirm("Se déconnecter partout");
    await waitFor(() => expect(session.status()).not.toBe("signed-in"));
  });
});

describe("the account's activity", () => {
  it("tells what, with what and where, page by page", async () => {
    const first = event(2, "sign_in.failed");
    const second = event(1, "profile.changed", { device: null, place: null, address: null });
    const asked = show({
      "get /auth/events": ({ path }) =>
        path.includes("cursor=") ? page([second]) : page([first], first.id),
    });
    const row = (await screen.findByText("Essai de connexion refusé")).closest("li");
    expect(row?.textContent).toContain("Firefox · Linux · Allemagne");
    expect(row?.textContent).toContain("203.0.113.7");
    fireEvent.click(screen.getByRole("button", { name: "Voir la suite" }));
    const last = (await screen.findByText("Profil modifié")).closest("li");
    expect(last?.textContent).not.toContain("inconnu");
    expect(screen.queryByRole("button", { name: "Voir la suite" })).toBeNull();
    expect(asked.at(-1)?.path).toContain(`cursor=${first.id}`);
  });

  it("says so when there is nothing of a group, with a way back", async () => {
    show();
    expect(await screen.findByText("Rien de tel n’est arrivé")).toBeTruthy();
    expect(screen.getByRole("button", { name: "Toute l’activité" })).toBeTruthy();
  });
});
