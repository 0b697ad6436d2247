import { fireEvent, screen, waitFor, within } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { FactorPolicy } from "./factor-policy.tsx";

afterEach(() => session.leave());

async function show(policy: { demanded: boolean; graceDays: number; without: number }) {
  session.enter(signedIn({ permissions: ["identity.settings"] }));
  const asked = fakeServer({
    "get /organization/second-factor": () => Response.json({ members: 5, ...policy }),
    "get /auth/me": () => Response.json(signedIn()),
    "put /organization/second-factor": ({ body }) => Response.json(body),
  });
  renderPage(FactorPolicy);
  const days = await screen.findByLabelText<HTMLInputElement>("Délai, en jours");
  const sent = () => asked.filter(({ method }) => method === "put").map(({ body }) => body);
  return { days, sent };
}
const box = () => screen.getByLabelText("Demander un second facteur à tous les membres");
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });
const save = () => fireEvent.click(screen.getByRole("button", { name: "Enregistrer" }));
const dialog = async (name: string) => within(await screen.findByRole("dialog", { name }));

it("asks before a demand without grace shuts people out, and says how many", async () => {
  const { days, sent } = await show({ demanded: false, graceDays: 0, without: 3 });
  fireEvent.click(box());
  type(days, "0");
  save();
  const asked = await dialog("Demander un second facteur sans délai ?");
  expect(asked.getByText(/3 membres n’en ont pas encore/)).toBeTruthy();
  expect(sent()).toEqual([]);
  fireEvent.click(asked.getByRole("button", { name: "Demander sans délai" }));
  await waitFor(() => expect(sent()).toEqual([{ demanded: true, graceDays: 0 }]));
});

it("asks before fewer days, which count from the first demand", async () => {
  const { days, sent } = await show({ demanded: true, graceDays: 14, without: 1 });
  type(days, "7");
  save();
  const asked = await dialog("Raccourcir le délai ?");
  expect(asked.getByText(/d’un membre sans second facteur/)).toBeTruthy();
  fireEvent.click(asked.getByRole("button", { name: "Annuler" }));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(sent()).toEqual([]);
});

it.each([
  ["nobody is without one", { demanded: false, graceDays: 0, without: 0 }, "0"],
  ["there is time", { demanded: false, graceDays: 0, without: 3 }, "10"],
])("asks nothing where %s", async (_why, policy, grace) => {
  const { days, sent } = await show(policy);
  fireEvent.click(box());
  type(days, grace);
  save();
  await waitFor(() => expect(sent()).toEqual([{ demanded: true, graceDays: Number(grace) }]));
  expect(screen.queryByRole("dialog")).toBeNull();
});
