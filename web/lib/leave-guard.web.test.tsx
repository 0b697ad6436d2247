import { createMemoryHistory, MemoryRouter, Route } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { renderUi } from "#web/ui/testing.tsx";
import { LeaveGuard } from "./leave-guard.tsx";

function show() {
  const history = createMemoryHistory();
  history.set({ value: "/profile" });
  const [unsaved, setUnsaved] = createSignal(true);
  renderUi(() => (
    <MemoryRouter history={history}>
      <Route
        path="/profile"
        component={() => (
          <>
            <LeaveGuard unsaved={unsaved()} />
            <a href="/members">Membres</a>
            <a href="/profile?tab=2">Suite</a>
          </>
        )}
      />
      <Route path="/members" component={() => <p>arrivé</p>} />
    </MemoryRouter>
  ));
  return { history, setUnsaved };
}
const click = (name: string) => fireEvent.click(screen.getByText(name));
const closing = () => {
  const event = new Event("beforeunload", { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
};

describe("a page with something unsaved", () => {
  it("asks before it is left, and stays on request", async () => {
    const { history } = show();
    click("Membres");
    await screen.findByRole("dialog", { name: "Quitter sans enregistrer ?" });
    expect(history.get()).toBe("/profile");
    click("Rester sur la page");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(history.get()).toBe("/profile");
  });

  it("is left when that is wanted", async () => {
    const { history } = show();
    click("Membres");
    await screen.findByRole("dialog");
    click("Quitter sans enregistrer");
    await screen.findByText("arrivé");
    expect(history.get()).toBe("/members");
  });

  it("lets the browser ask before it is closed or reloaded", () => {
    const { setUnsaved } = show();
    expect(closing()).toBe(true);
    setUnsaved(false);
    expect(closing()).toBe(false);
  });

  it("asks nothing once all is saved, nor for another part of the same page", async () => {
    const { history, setUnsaved } = show();
    click("Suite");
    await waitFor(() => expect(history.get()).toBe("/profile?tab=2"));
    expect(screen.queryByRole("dialog")).toBeNull();
    setUnsaved(false);
    click("Membres");
    await screen.findByText("arrivé");
  });
});
