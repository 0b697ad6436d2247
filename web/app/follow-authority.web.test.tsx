import { screen } from "@solidjs/testing-library";
import { QueryClientProvider } from "@tanstack/solid-query";
import { afterEach, describe, expect, it } from "vitest";
import { LiveProvider } from "#web/lib/live.tsx";
import { createQueries } from "#web/lib/query-cache.ts";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { followAuthority } from "./follow-authority.ts";

afterEach(() => session.leave());

function show(): void {
  session.enter(signedIn());
  const never = {
    ticket: () => new Promise<string>(() => undefined),
    open: () => new WebSocket("ws://localhost"),
    random: () => 0,
    onWake: () => () => undefined,
  };
  const Following = () => {
    followAuthority();
    return null;
  };
  renderUi(() => (
    <QueryClientProvider client={createQueries()}>
      <LiveProvider since={null} deps={never}>
        <Following />
      </LiveProvider>
    </QueryClientProvider>
  ));
}

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
