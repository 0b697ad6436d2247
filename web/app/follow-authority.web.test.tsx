import { screen } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, describe, expect, it } from "vitest";
import type { Language } from "#domain/i18n/texts.ts";
import type { LiveMessage } from "#domain/live/messages.ts";
import { isShutOut } from "#web/features/factors/factor-due.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { LiveProvider } from "#web/lib/live.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { followAuthority } from "./follow-authority.ts";

afterEach(() => session.leave());

class LiveSocket extends EventTarget {
  readyState = WebSocket.OPEN;
  send(): void {}
  close(): void {}
  receive(message: LiveMessage): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }
}

function show(language: Language = "fr", ticket = () => "ticket"): LiveSocket {
  session.enter(signedIn());
  const socket = new LiveSocket();
  const never = {
    ticket: async () => ticket(),
    open: () => socket,
    random: () => 0,
    onWake: () => () => undefined,
  };
  const Following = () => {
    followAuthority();
    return null;
  };
  renderUi(
    () => (
      <QueryClientProvider client={createQueries()}>
        <LiveProvider since={null} deps={never}>
          <Following />
        </LiveProvider>
      </QueryClientProvider>
    ),
    language,
  );
  return socket;
}

/** Tells the page that what its person may do has changed, as the organization's feed does. */
function hear(socket: LiveSocket): void {
  socket.dispatchEvent(new Event("open"));
  socket.receive({ kind: "welcome", seq: 0 });
  socket.receive({ kind: "authority" });
}

const { accessToken: _token, expiresAt: _until, ...claire } = signedIn();
const viewer = { id: "rol_5", slug: "viewer", name: null };

describe("somebody whose role changes", () => {
  it.each([
    ["fr", "Votre rôle est maintenant Lecteur"],
    ["en", "Your role is now Viewer"],
  ] as const)("is told in %s, and the page offers what it allows", async (language, words) => {
    const now = { ...claire, role: viewer, permissions: ["identity.read"] };
    fakeServer({ "get /auth/me": () => Response.json(now) });
    const socket = show(language);
    await settle();
    hear(socket);
    await screen.findByText(words);
    expect(session.can("clients.read")).toBe(false);
  });

  it("hears nothing when only the rights of the role changed", async () => {
    const asked = fakeServer({ "get /auth/me": () => Response.json(claire) });
    const socket = show();
    await settle();
    hear(socket);
    await expect.poll(() => asked.some(({ path }) => path === "/auth/me")).toBe(true);
    await settle();
    expect(screen.queryByText(/Votre rôle est maintenant/)).toBeNull();
  });
});

describe("somebody of whom a second factor is demanded at once", () => {
  it("is led to add one as soon as the room asks for it, and not told of a lost connection", async () => {
    const factorDue = "2026-01-01T00:00:00.000Z";
    fakeServer({ "get /auth/me": () => Response.json({ ...claire, factorDue }) });
    show("fr", () => {
      throw new ApiProblem("auth.factor_demanded", 403);
    });
    await expect.poll(() => isShutOut()).toBe(true);
  });
});

describe("somebody whose access ends", () => {
  it("and who has another organization is told where they are now, once", async () => {
    const other = { id: "org_2", name: "Coteaux" };
    const organizations = [{ ...other, role: signedIn().role }];
    fakeServer({
      "post /auth/refresh": () => Response.json(signedIn({ organization: other, organizations })),
    });
    show();
    await session.tokens.refresh();
    await screen.findByText(
      "Votre accès à Atelier Morvan a été retiré. Vous êtes maintenant dans Coteaux.",
    );
    expect(session.ending()).toBeNull();
  });

  it("because the organization was deleted is told since when", async () => {
    const other = { id: "org_2", name: "Coteaux" };
    const organizations = [{ ...other, role: signedIn().role }];
    const deletedAt = "2026-11-21T10:00:00.000Z";
    fakeServer({
      "post /auth/refresh": () =>
        Response.json(signedIn({ organization: other, organizations, deletedAt })),
    });
    show();
    await session.tokens.refresh();
    await screen.findByText(/Atelier Morvan a été supprimée .* Vous êtes maintenant dans Coteaux/);
    expect(localStorage.getItem("aetheria.me")).not.toContain("deletedAt");
  });

  it("and who has no other one is left to the sign-in page", async () => {
    fakeServer({
      "post /auth/refresh": () => problem("permission.denied", 403, { reason: "membership" }),
    });
    show();
    await session.tokens.refresh();
    await settle();
    expect(screen.queryByText(/Vous êtes maintenant/)).toBeNull();
    expect(session.ending()).toEqual({ kind: "removed", organization: "Atelier Morvan" });
  });
});
