import { QueryClientProvider } from "@tanstack/solid-query";
import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { OpenAccess } from "./open-access.tsx";
import { SupportBanner } from "./support-banner.tsx";

const UNTIL = "2126-11-21T18:00:00.000Z";
const ACCESS = { id: "grt_1", until: UNTIL, grantedBy: "Claire Morvan" };
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const show = (page: () => unknown) =>
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>{page() as never}</QueryClientProvider>
  ));

beforeEach(() => session.enter({ ...signedIn(), permissions: ["identity.own"] }));
afterEach(() => session.leave());

describe("letting support in", () => {
  it("asks why, and lets read alone unless more is chosen", async () => {
    const asked = fakeServer({
      "post /support/grants": () => Response.json({ id: "grt_1", expiresAt: UNTIL }),
      "get /auth/me": () => Response.json(signedIn()),
    });
    show(() => <OpenAccess onClose={() => undefined} />);
    press("Ouvrir l’accès");
    await screen.findByText("Indiquez le motif");
    expect(asked).toEqual([]);
    fireEvent.input(screen.getByLabelText(/Motif/), { target: { value: " Import bloqué " } });
    fireEvent.click(screen.getByLabelText("24 heures"));
    press("Ouvrir l’accès");
    await expect.poll(() => asked[0]?.body).toEqual({ hours: 24, reason: "Import bloqué" });
  });

  it("offers no right that support never gets, and keeps what was typed when refused", async () => {
    const asked = fakeServer({ "post /support/grants": () => problem("conflict.version", 409) });
    show(() => <OpenAccess onClose={() => undefined} />);
    fireEvent.input(screen.getByLabelText(/Motif/), { target: { value: "Import" } });
    fireEvent.click(screen.getByLabelText("Choisir les droits"));
    const offered = screen.getAllByRole("checkbox").length;
    press("Tous");
    press("Ouvrir l’accès");
    await screen.findByRole("alert");
    const { permissions = [] } = (asked[0]?.body ?? {}) as { permissions?: string[] };
    expect(permissions).toHaveLength(offered);
    expect(permissions).not.toContain("identity.own");
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Motif/).value).toBe("Import");
  });
});

describe("the banner", () => {
  it("tells members until when, and lets owners end it at once", async () => {
    session.enter({ ...signedIn(), supportAccess: ACCESS, permissions: [] });
    show(() => <SupportBanner />);
    expect(screen.getByText(/Le support d’Aetheria a accès/)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
    const asked = fakeServer({
      "delete /support/grants/grt_1": () => new Response(null, { status: 204 }),
      "get /auth/me": () => Response.json(signedIn()),
    });
    session.enter({ ...signedIn(), supportAccess: ACCESS, permissions: ["identity.own"] });
    press("Terminer l’accès");
    await expect.poll(() => screen.queryByText(/Le support d’Aetheria/)).toBeNull();
    expect(asked[0]?.path).toBe("/support/grants/grt_1");
  });

  it("tells support where it is, and that it is recorded", () => {
    session.enter({ ...signedIn(), supportUntil: UNTIL, supportAccess: ACCESS });
    show(() => <SupportBanner />);
    expect(screen.getByText("Vous êtes dans Atelier Morvan en tant que support.")).toBeTruthy();
    expect(screen.getByText(/Tout ce que vous ouvrez est inscrit/)).toBeTruthy();
  });
});
