import { createMemoryHistory, MemoryRouter, Route, useSearchParams } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, it } from "vitest";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { AddressSearch } from "./address-search.tsx";

const PAUSE_MS = 200;

function show() {
  const history = createMemoryHistory();
  renderUi(() => (
    <MemoryRouter history={history}>
      <Route
        path="*"
        component={() => {
          const [search] = useSearchParams<{ q?: string }>();
          return <AddressSearch words={search.q} label="Chercher" />;
        }}
      />
    </MemoryRouter>
  ));
  const field = screen.getByRole<HTMLInputElement>("searchbox", { name: "Chercher" });
  const type = (value: string) => fireEvent.input(field, { target: { value } });
  return { history, field, type };
}

it("keeps what is typed on while the words of a pause are on their way to the address", async () => {
  const { history, field, type } = show();
  type("pre");
  // The key comes while the address is about to change.
  history.listen(() => field.value === "pre" && type("pref"));
  await waitFor(() => expect(history.get()).toBe("/?q=pref"));
  expect(field.value).toBe("pref");
});

it("keeps the last space, and takes other words that the page brings", async () => {
  const { history, field, type } = show();
  type("mairie ");
  await waitFor(() => expect(history.get()).toBe("/?q=mairie"));
  expect(field.value).toBe("mairie ");
  type("mairie de");
  history.set({ value: "/?q=quai" });
  await waitFor(() => expect(field.value).toBe("quai"));
  await settle(PAUSE_MS + 50);
  expect(history.get()).toBe("/?q=quai");
});
