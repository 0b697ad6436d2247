import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import { DEFAULT_ROLES } from "#domain/permissions.ts";
import { FactorPolicy } from "#web/features/factors/factor-policy.tsx";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { Organization } from "./organization.tsx";
import { Profile } from "./profile.tsx";
import { Roles } from "./roles.tsx";

afterEach(() => session.leave());

const can = { edit: true, delete: false, give: true };
const viewer = { id: "rol_3", slug: "viewer", name: null, permissions: [], members: 1, can };
const closing = () => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};
const type = (field: HTMLElement) => fireEvent.input(field, { target: { value: "Autre" } });

it.each([
  ["a profile", Profile, async () => type(await screen.findByLabelText("Nom"))],
  [
    "an organization",
    Organization,
    async () => type(await screen.findByLabelText("Nom de l’entreprise")),
  ],
  [
    "a matrix of rights",
    Roles,
    async () =>
      fireEvent.click(
        await screen.findByRole("checkbox", { name: "Créer et modifier des clients – Lecteur" }),
      ),
  ],
  [
    "a demand of second factors",
    FactorPolicy,
    async () => fireEvent.click(await screen.findByRole("checkbox")),
  ],
])("the page of %s asks before what was changed is lost", async (_name, page, change) => {
  session.enter(signedIn({ permissions: [...DEFAULT_ROLES.owner] }));
  fakeServer({
    "get /roles": () => Response.json({ items: [viewer] }),
    "get /members": () => Response.json({ items: [] }),
    "get /organization/second-factor": () =>
      Response.json({ demanded: false, graceDays: 0, members: 2, without: 1 }),
  });
  renderPage(page);
  expect(closing()).toBe(false);
  await change();
  expect(closing()).toBe(true);
});
