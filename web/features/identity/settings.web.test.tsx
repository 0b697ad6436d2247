import { MemoryRouter, Route, createMemoryHistory } from "@solidjs/router";
import { screen } from "@solidjs/testing-library";
import { afterEach, describe, expect, it } from "vitest";
import { PageProvider } from "#web/lib/page.tsx";
import { session } from "#web/lib/session.ts";
import { signedIn } from "#web/lib/testing-server.ts";
import { renderUi } from "#web/ui/testing.tsx";
import { Settings } from "./settings.tsx";

afterEach(() => session.leave());

/** Settings at an address, for somebody with these keys. */
function open(path: string, permissions: string[]): void {
  session.enter(signedIn({ permissions }));
  const history = createMemoryHistory();
  history.set({ value: path });
  renderUi(() => (
    <PageProvider>
      <MemoryRouter history={history}>
        <Route path="/settings" component={Settings}>
          <Route path="/*" component={() => <p>la page</p>} />
        </Route>
      </MemoryRouter>
    </PageProvider>
  ));
}

describe("a page of settings", () => {
  it.each(["data", "webhooks", "service-accounts", "members"])(
    "that the role does not open, %s, says so instead of failing",
    async (page) => {
      open(`/settings/${page}`, ["clients.read"]);
      await screen.findByText("Votre rôle n’ouvre pas cette page");
      expect(screen.queryByText("la page")).toBeNull();
      expect(screen.getByRole("heading", { level: 1 })).toBeTruthy();
    },
  );

  it.each([
    ["data", ["identity.own"]],
    ["profile", []],
  ])("that it opens, %s, is there", async (page, permissions) => {
    open(`/settings/${page}`, permissions);
    expect(await screen.findByText("la page")).toBeTruthy();
  });
});
