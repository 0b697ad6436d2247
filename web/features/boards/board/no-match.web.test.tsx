import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, test } from "vitest";
import { openScene } from "#web/features/boards/testing.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { NoMatch } from "./no-match.tsx";

test("a filter that leaves no card is told once, with the way out", async () => {
  const { show } = await openScene();
  show(() => (
    <>
      <FilterBar shown />
      <NoMatch />
    </>
  ));
  const field = await screen.findByRole<HTMLInputElement>("searchbox", {
    name: "Filtrer les cartes",
  });
  fireEvent.input(field, { target: { value: "card 2" } });
  await screen.findByText(/^1 /);
  expect(screen.queryByRole("button", { name: /^Tout effacer/ })).toBeNull();
  fireEvent.input(field, { target: { value: "zzzz" } });
  fireEvent.click(await screen.findByRole("button", { name: /^Tout effacer/ }));
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Tout effacer/ })).toBeNull());
  expect(field.value).toBe("");
});
