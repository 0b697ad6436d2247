import { fireEvent, screen } from "@solidjs/testing-library";
import { expect, it, vi } from "vitest";
import { press, settle } from "#web/ui/testing.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import { Properties } from "./properties.tsx";
import { renderInClients, viewed } from "./testing.tsx";

it("creates a client with every field of the record, its status and notes among them", async () => {
  const onCreated = vi.fn();
  const { actions } = renderInClients(() => (
    <CreateDialog onClose={() => undefined} onCreated={onCreated} />
  ));
  actions.create.mockResolvedValue(viewed());
  fireEvent.input(screen.getByRole("textbox", { name: /^Nom/ }), { target: { value: "Atelier" } });
  fireEvent.input(screen.getByRole("textbox", { name: "Notes" }), { target: { value: "Lot 4" } });
  screen.getByRole("button", { name: /^Statut/ }).focus();
  press("ArrowDown");
  await settle(20);
  press("ArrowDown");
  press("Enter");
  await settle(20);
  fireEvent.click(screen.getByRole("button", { name: "Créer le client" }));
  await settle(20);
  expect(actions.create).toHaveBeenCalledExactlyOnceWith(
    expect.objectContaining({ company: "Atelier", notes: "Lot 4", status: "client" }),
  );
  expect(onCreated).toHaveBeenCalledOnce();
});

it("tells in the record when a client was created", () => {
  const client = viewed({ createdAt: "2026-03-04T09:00:00.000Z" });
  renderInClients(() => <Properties client={client} />);
  const term = screen.getByText("Créé le");
  expect(term.parentElement?.querySelector("time")?.dateTime).toBe(client.createdAt);
  expect(term.parentElement?.textContent).toContain("4 mars");
});
