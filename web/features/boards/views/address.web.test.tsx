import { MemoryRouter, Route, createMemoryHistory } from "@solidjs/router";
import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { QueryClient, QueryClientProvider } from "@tanstack/solid-query";
import { expect, test } from "vitest";
import { renderUi, settle } from "#web/ui/testing.tsx";
import { openScene } from "#web/features/boards/testing.tsx";
import { FilterBar } from "#web/features/boards/board/filter-bar.tsx";
import { RoomProvider, useRoom } from "#web/features/boards/board/room.tsx";
import { useViewAddress } from "./address.ts";

function Bound() {
  const room = useRoom();
  useViewAddress(room);
  return <FilterBar shown />;
}

async function at(address: string) {
  const { live, record } = await openScene();
  const history = createMemoryHistory();
  history.set({ value: address });
  renderUi(() => (
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter history={history}>
        <Route
          path="*"
          component={() => (
            <RoomProvider live={live} record={record}>
              <Bound />
            </RoomProvider>
          )}
        />
      </MemoryRouter>
    </QueryClientProvider>
  ));
  await screen.findByRole("searchbox");
  return history;
}
const words = () => screen.getByRole<HTMLInputElement>("searchbox").value;
const chosen = () => screen.getByRole<HTMLInputElement>("radio", { checked: true }).value;

test("an address opens the board as it says", async () => {
  await at("/?view=table&q=card+4");
  expect(chosen()).toBe("table");
  expect(words()).toBe("card 4");
  expect(screen.getByText("1 sur 6 cartes")).toBeTruthy();
});

test("what is chosen and typed goes into the address, and nothing typed is taken back on the way", async () => {
  const history = await at("/?card=x");
  fireEvent.click(screen.getByRole("radio", { name: "Calendrier" }));
  for (const text of ["c", "ca", "car"]) {
    fireEvent.input(screen.getByRole("searchbox"), { target: { value: text } });
  }
  await waitFor(() => {
    const params = new URLSearchParams(history.get().split("?")[1]);
    expect(Object.fromEntries(params)).toEqual({ card: "x", view: "calendar", q: "car" });
  });
  await settle(30);
  expect(words()).toBe("car");
});

test("the browser's way back brings the board back as it was seen before", async () => {
  const history = await at("/");
  fireEvent.click(screen.getByRole("radio", { name: "Liste" }));
  await waitFor(() => expect(history.get()).toContain("view=table"));
  history.back();
  await waitFor(() => expect(chosen()).toBe("board"));
});
