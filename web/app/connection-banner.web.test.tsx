import { screen, waitFor } from "@solidjs/testing-library";
import { afterEach, expect, it } from "vitest";
import { api } from "#web/lib/api.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { session } from "#web/lib/session.ts";
import { renderPage } from "#web/lib/testing-page.tsx";
import { fakeServer, signedIn } from "#web/lib/testing-server.ts";
import { ConnectionBanner } from "./connection-banner.tsx";

afterEach(() => session.leave());

function Page() {
  const query = useQuery(() => ({
    queryKey: ["members"],
    queryFn: () => api("get /members", { quiet: true }),
  }));
  return (
    <>
      <ConnectionBanner />
      <QueryView query={query}>{() => <p>lu</p>}</QueryView>
    </>
  );
}

it("what a page opened without a network could not read is read when it is back, and the error goes", async () => {
  session.enter(signedIn());
  fakeServer({ "get /members": () => Response.json({ items: [] }) });
  // As a reload without a network: nothing that is mounted later sees it go away.
  dispatchEvent(new Event("offline"));
  renderPage(Page);
  await waitFor(() => expect(screen.getByRole("alert").textContent).toContain("hors ligne"), {
    timeout: 5_000,
  });
  dispatchEvent(new Event("online"));
  await screen.findByText("lu");
  expect(screen.queryByText(/Vous êtes hors ligne/)).toBeNull();
});
