import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, expect, test, vi } from "vitest";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { UsagePage } from "./usage-page.tsx";

afterEach(() => {
  session.leave();
  vi.unstubAllGlobals();
});

const plain = () => (document.body.textContent ?? "").replace(/[\u00a0\u202f]/g, " ");

/** The page of a person who may read the audit log or not, and has used so many tokens of a thousand. */
function show(tokens: number, reads: boolean) {
  session.enter(signedIn({ permissions: ["analytics.read", "identity.read"] }));
  const spent = { questions: 2, tokens, costMicros: 31_600 };
  const asked = fakeServer({
    "get /members": () => Response.json({ items: [{ userId: "usr_1", name: "Karim Benali" }] }),
    "get /ai/usage": () =>
      Response.json({
        month: "2026-11",
        person: { ...spent, limit: 1_000 },
        organization: { ...spent, limit: 90_000 },
        people: reads
          ? [
              { userId: "usr_1", ...spent },
              { userId: "usr_gone", ...spent },
            ]
          : null,
      }),
  });
  renderPage(() => <UsagePage />);
  return asked;
}

test("tells what is used of both budgets, with its cost, and each person's for readers of the log", async () => {
  const asked = show(400, true);
  await screen.findByText("Karim Benali");
  expect(plain()).toContain("400 jetons sur 1 000");
  expect(plain()).toContain("400 jetons sur 90 000");
  expect(plain()).toContain("0,0316 $US");
  screen.getByText("Ancien membre");
  expect(screen.queryByText(/Budget épuisé/)).toBeNull();

  fireEvent.click(screen.getByRole("button", { name: "Mois précédent" }));
  const before = new Date();
  before.setUTCDate(0);
  const month = before.toISOString().slice(0, 7);
  await vi.waitFor(() => {
    const months = asked.filter(({ path }) => path.startsWith("/ai/usage"));
    expect(months.at(-1)?.path).toContain(month);
  });
});

test("a budget that is used up says when questions resume; nobody else's use is shown", async () => {
  show(1_000, false);
  await screen.findByText(/Budget épuisé/);
  expect(screen.queryByText("Par personne")).toBeNull();
  expect(screen.queryByText("Karim Benali")).toBeNull();
});
