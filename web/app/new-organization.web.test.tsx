import { MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { fakeServer, problem, signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { NewOrganization } from "./new-organization.tsx";

beforeEach(() => session.enter(signedIn()));
afterEach(() => session.leave());

let closed = 0;
function show() {
  closed = 0;
  renderUi(() => (
    <MemoryRouter>
      <Route path="*" component={() => <NewOrganization onClose={() => (closed += 1)} />} />
    </MemoryRouter>
  ));
}
const fill = async (name: string) => {
  const field = await screen.findByLabelText<HTMLInputElement>("Nom de l’entreprise");
  fireEvent.input(field, { target: { value: name } });
  fireEvent.click(screen.getByRole("button", { name: "Créer l’entreprise" }));
  return field;
};

it("takes a name alone and goes on in the new organization", async () => {
  const there = signedIn({ organization: { id: "org_2", name: "Coteaux" } });
  const asked = fakeServer({
    "post /auth/organizations": () => Response.json(there, { status: 201 }),
  });
  show();
  await fill("Coteaux");
  await expect.poll(() => session.me()?.organization.name).toBe("Coteaux");
  await expect.poll(() => closed).toBe(1);
  expect(asked.find(({ path }) => path === "/auth/organizations")?.body).toEqual({
    name: "Coteaux",
  });
});

it.each([
  ["organization.pool_full", 503, /Aucune place n’est libre/],
  ["organization.too_many", 409, /cinq entreprises/],
] as const)("says so at %s, and keeps the name", async (code, status, words) => {
  fakeServer({ "post /auth/organizations": () => problem(code, status) });
  show();
  const field = await fill("Coteaux");
  expect((await screen.findByRole("alert")).textContent).toMatch(words);
  expect([field.value, closed]).toEqual(["Coteaux", 0]);
});

it("asks for a name under its field", async () => {
  const issues = [{ path: "name", rule: "too_small", message: "" }];
  fakeServer({ "post /auth/organizations": () => problem("request.invalid", 422, { issues }) });
  show();
  await fill("");
  expect(await screen.findByText("Indiquez le nom de l’entreprise")).toBeTruthy();
});
