import { fireEvent, screen, within } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Factors, Passkey } from "#domain/factors/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { SecondFactors } from "./second-factors.tsx";

const key: Passkey = {
  id: "pky_01K00000000000000000000001",
  name: "Téléphone",
  createdAt: "2026-11-01T09:00:00.000Z",
  usedAt: null,
  usedDevice: null,
  kind: null,
  synced: false,
};
const NOW = "2026-11-20T09:00:00.000Z";
const device = (id: string, current: boolean) => ({
  id,
  device: "Firefox · Linux",
  place: null,
  createdAt: NOW,
  seenAt: NOW,
  expiresAt: NOW,
  current,
});

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

/** Takes the passkey off where the person is signed in on so many devices. */
async function removeKey(devices: number) {
  let passkeys = [key];
  const asked = fakeServer({
    "get /auth/factors": () =>
      Response.json({ totp: null, passkeys, recovery: null, demand: null } satisfies Factors),
    "get /auth/me": () => Response.json(signedIn()),
    "get /auth/sessions": () => {
      const items = Array.from({ length: devices }, (_, at) => device(`ses_${at}`, at === 0));
      return Response.json({ items });
    },
    [`delete /auth/passkeys/${key.id}`]: () => {
      passkeys = [];
      return new Response(null, { status: 204 });
    },
    "delete /auth/sessions": () => new Response(null, { status: 204 }),
  });
  renderPage(SecondFactors);
  fireEvent.click(await screen.findByRole("button", { name: "Retirer Téléphone" }));
  const dialog = within(await screen.findByRole("dialog"));
  fireEvent.click(dialog.getByRole("button", { name: "Retirer" }));
  return asked;
}

describe("after a second factor was taken off", () => {
  it("whoever is signed in elsewhere may end that at once", async () => {
    const asked = await removeKey(2);
    fireEvent.click(await screen.findByRole("button", { name: "Déconnecter les autres" }));
    await screen.findByText("Tous les autres appareils sont déconnectés");
    expect(asked.some(({ method, path }) => `${method} ${path}` === "delete /auth/sessions")).toBe(
      true,
    );
  });

  it("whoever is signed in here alone is offered nothing", async () => {
    await removeKey(1);
    await screen.findByText("Clé d’accès retirée");
    expect(screen.queryByRole("button", { name: "Déconnecter les autres" })).toBeNull();
  });
});
