import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { DeletionBanner } from "./deletion-banner.tsx";
import { DeletionSection } from "./deletion-section.tsx";

const DELETION = {
  askedAt: "2026-11-21T10:00:00.000Z",
  askedBy: { id: "usr_01HZZZZZZZZZZZZZZZZZZZZZZZ", name: "Karim Benali" },
  dueAt: "2026-12-21T10:00:00.000Z",
  reason: "Cessation d’activité",
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const enter = (more: object = {}) => session.enter({ ...signedIn(), ...more });

beforeEach(() => enter({ permissions: ["identity.own"] }));
afterEach(() => session.leave());

describe("asking for the deletion", () => {
  it("sends nothing before the name is typed as it is written", async () => {
    const me = signedIn();
    const asked = fakeServer({
      "post /organization/deletion": () => Response.json(DELETION),
      "get /auth/me": () => Response.json({ ...me, deletion: DELETION }),
    });
    renderUi(() => <DeletionSection />);
    press("Supprimer l’entreprise…");
    type(/Nom de l’entreprise/, "Autre");
    press("Demander la suppression");
    await screen.findByText("Ce n’est pas le nom de l’entreprise.");
    expect(asked).toEqual([]);
    type(/Nom de l’entreprise/, me.organization.name);
    type(/Motif/, " Cessation ");
    press("Demander la suppression");
    await expect
      .poll(() => asked[0]?.body)
      .toEqual({
        name: me.organization.name,
        reason: "Cessation",
      });
  });

  it("keeps what was typed when it is refused", async () => {
    fakeServer({
      "post /organization/deletion": () => problem("organization.deletion_asked", 409),
    });
    renderUi(() => <DeletionSection />);
    press("Supprimer l’entreprise…");
    type(/Nom de l’entreprise/, signedIn().organization.name);
    type(/Motif/, "Cessation");
    press("Demander la suppression");
    await screen.findByText(/déjà demandée/);
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Motif/).value).toBe("Cessation");
  });
});

describe("while it waits", () => {
  it("everyone sees when and by whom; owners take it back in one click", async () => {
    enter({ deletion: DELETION, permissions: [] });
    renderUi(() => <DeletionBanner />);
    expect(screen.getByText(/Atelier Morvan et toutes ses données .* 21 déc/)).toBeTruthy();
    expect(screen.getByText(/Karim Benali/)).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
    const asked = fakeServer({
      "delete /organization/deletion": () => new Response(null, { status: 204 }),
      "get /auth/me": () => Response.json({ ...signedIn(), deletion: null }),
    });
    enter({ deletion: DELETION, permissions: ["identity.own"] });
    press("Annuler la suppression");
    await expect.poll(() => screen.queryByText(/Karim Benali/)).toBeNull();
    expect(asked[0]?.path).toBe("/organization/deletion");
  });

  it("the page tells why", () => {
    enter({ deletion: DELETION, permissions: ["identity.own"] });
    renderUi(() => <DeletionSection />);
    expect(screen.getByText(/Cessation d’activité/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Supprimer l’entreprise…" })).toBeNull();
  });
});
