import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Factors, Passkey } from "#domain/factors/model.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { SecondFactors } from "./second-factors.tsx";

const ID = "pky_01K00000000000000000000001";
const passkey = (more: Partial<Passkey> = {}): Passkey => ({
  id: ID,
  name: "Cet appareil",
  createdAt: "2026-11-01T09:00:00.000Z",
  usedAt: null,
  usedDevice: null,
  kind: null,
  synced: false,
  ...more,
});
const factors = (...passkeys: Passkey[]): Factors => ({
  totp: null,
  passkeys,
  recovery: null,
  demand: null,
});

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

/** The page over a server that keeps one passkey; `rename` answers the request. */
async function show(rename: (name: string) => Response) {
  let name = "Cet appareil";
  const asked = fakeServer({
    "get /auth/factors": () => Response.json(factors(passkey({ name }))),
    "get /auth/me": () => Response.json(signedIn()),
    [`patch /auth/passkeys/${ID}`]: ({ body }) => {
      const wanted = (body as { name: string }).name;
      const answer = rename(wanted);
      if (answer.ok) name = wanted;
      return answer;
    },
  });
  renderPage(SecondFactors);
  fireEvent.click(await screen.findByRole("button", { name: "Renommer Cet appareil" }));
  const sent = () => asked.filter(({ method }) => method === "patch").map(({ body }) => body);
  return { sent };
}
const field = () => screen.getByLabelText<HTMLInputElement>("Nom de la clé");
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string) => fireEvent.keyDown(field(), { key });
const done = (name: string) => Response.json(passkey({ name }));

describe("the name of a passkey", () => {
  it("is edited in place and kept by Enter, which gives the focus back", async () => {
    const { sent } = await show(done);
    expect(field().value).toBe("Cet appareil");
    type("  Téléphone  ");
    press("Enter");
    const button = await screen.findByRole("button", { name: "Renommer Téléphone" });
    expect(sent()).toEqual([{ name: "Téléphone" }]);
    await expect.poll(() => document.activeElement).toBe(button);
  });

  it("is kept by leaving the field, and not sent when nothing has changed", async () => {
    const { sent } = await show(done);
    fireEvent.blur(field());
    await screen.findByRole("button", { name: "Renommer Cet appareil" });
    expect(sent()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Renommer Cet appareil" }));
    type("Clé du bureau");
    fireEvent.blur(field());
    await screen.findByRole("button", { name: "Renommer Clé du bureau" });
  });

  it("goes back to the old one by Escape", async () => {
    const { sent } = await show(done);
    type("Autre");
    press("Escape");
    const button = await screen.findByRole("button", { name: "Renommer Cet appareil" });
    await expect.poll(() => document.activeElement).toBe(button);
    expect(sent()).toEqual([]);
  });

  it("says in the field what is wrong, and keeps what was typed", async () => {
    const { sent } = await show(() => problem("auth.factor_not_found", 404));
    type(" ");
    press("Enter");
    expect(screen.getByText("À remplir")).toBeTruthy();
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(sent()).toEqual([]);
    type("Téléphone");
    press("Enter");
    await expect.poll(() => field().getAttribute("aria-invalid")).toBe("true");
    expect(field().value).toBe("Téléphone");
    expect(sent()).toHaveLength(1);
  });
});

it("a passkey tells what keeps it, and when and with what it was last used", async () => {
  const used = passkey({
    kind: "key",
    synced: true,
    usedAt: "2026-11-20T09:00:00.000Z",
    usedDevice: "Firefox · Linux",
  });
  fakeServer({ "get /auth/factors": () => Response.json(factors(used)) });
  renderPage(SecondFactors);
  const state = await screen.findByText(/clé de sécurité · synchronisée · Dernier usage/);
  expect(state.textContent).toContain("avec Firefox · Linux");
});
