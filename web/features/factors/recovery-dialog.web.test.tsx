import { fireEvent, screen, waitFor } from "@solidjs/testing-library";
import { expect, it, vi } from "vitest";
import { press, renderUi, settle } from "#web/ui/testing.tsx";
import { RecoveryDialog } from "./recovery-dialog.tsx";

it("recovery codes stay until their person says so: neither Enter nor Esc throws them away", async () => {
  const close = vi.fn();
  renderUi(() => <RecoveryDialog codes={["0123a-1bcde"]} onClose={close} />);
  const copy = await screen.findByRole("button", { name: "Copier" });
  await waitFor(() => expect(document.activeElement).toBe(copy));
  expect(screen.queryByRole("button", { name: "Fermer" })).toBeNull();
  press("Escape");
  fireEvent.pointerDown(document.body);
  await settle(20);
  expect(close).not.toHaveBeenCalled();
  expect(screen.getByText("0123a-1bcde")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Je les ai gardés" }));
  expect(close).toHaveBeenCalledOnce();
});
