import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import { fakeServer, problem } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { UnsubscribePage } from "./unsubscribe-page.tsx";

const TOKEN = `${"0".repeat(26)}.${"a".repeat(43)}`;
afterEach(() => void (location.hash = ""));

it("mails of a dashboard end by a button, not by opening the page", async () => {
  location.hash = TOKEN;
  const calls = fakeServer({
    "post /shared/unsubscribe": () => Response.json({ title: "<b>Agences</b>" }),
    "get /health": () => Response.json({}),
  });
  renderUi(() => <UnsubscribePage />);
  const button = await screen.findByRole("button", { name: /Me désabonner/ });
  const ends = () => calls.filter(({ path }) => path === "/shared/unsubscribe");
  expect(ends()).toEqual([]);
  fireEvent.click(button);
  await screen.findByText(/Vous ne recevrez plus .*<b>Agences<\/b>/);
  expect(ends()[0]?.body).toEqual({ token: TOKEN });
});

it("a page whose mails are over says so", async () => {
  location.hash = TOKEN;
  fakeServer({
    "post /shared/unsubscribe": () => problem("dashboard.link_gone", 410),
    "get /health": () => Response.json({}),
  });
  renderUi(() => <UnsubscribePage />);
  fireEvent.click(await screen.findByRole("button", { name: /Me désabonner/ }));
  await screen.findByText(/Cet envoi n’existe plus/);
  expect(screen.queryByRole("button", { name: /Me désabonner/ })).toBeNull();
});
