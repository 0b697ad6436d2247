import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal, Show } from "solid-js";
import { expect, it } from "vitest";
import type { ClientView } from "#domain/clients/model.ts";
import { Notes } from "./notes.tsx";
import { renderInClients, viewed } from "./testing.tsx";

function show() {
  const first = viewed({ notes: "a" });
  const [client, setClient] = createSignal<ClientView | undefined>(first);
  const { actions } = renderInClients(() => (
    <Show when={client()}>{(now) => <Notes client={now()} />}</Show>
  ));
  const field = () => screen.getByRole<HTMLTextAreaElement>("textbox");
  const type = (text: string) => fireEvent.input(field(), { target: { value: text } });
  return { first, setClient, actions, field, type };
}

it("saves notes on top of the client on which their typing began", () => {
  const { first, setClient, actions, field, type } = show();
  type("ab");
  setClient({ ...first, version: 2, notes: "de Karim" });
  expect(field().value).toBe("ab");
  type("abc");
  fireEvent.blur(field());
  expect(actions.save).toHaveBeenCalledExactlyOnceWith(first, { notes: "abc" });
});

it("saves notes when another client takes the place, or the panel goes", () => {
  const { first, setClient, actions, field, type } = show();
  type("ab");
  const other = viewed({ id: `cli_${"1".repeat(26)}`, notes: "autre" });
  setClient(other);
  expect(actions.save).toHaveBeenCalledExactlyOnceWith(first, { notes: "ab" });
  expect(field().value).toBe("autre");
  type("autre chose");
  setClient(undefined);
  expect(actions.save).toHaveBeenLastCalledWith(other, { notes: "autre chose" });
});
