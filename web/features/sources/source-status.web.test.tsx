import { fireEvent, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { expect, it, vi } from "vitest";
import { sampleSource } from "#web/features/workspaces/testing.tsx";
import { renderUi } from "#web/ui/testing.tsx";
import type { SourceState } from "./source-state.ts";
import { SourceStatus } from "./source-status.tsx";

it("tells how many rows have come, and can be stopped and begun again", () => {
  const [state, setState] = createSignal<SourceState>({ kind: "loading", share: undefined });
  const [onStop, onRetry] = [vi.fn<() => void>(), vi.fn<() => void>()];
  renderUi(() => (
    <SourceStatus
      source={sampleSource({ title: "Factures" })}
      state={state()}
      onStop={onStop}
      onRetry={onRetry}
      onBring={() => undefined}
    />
  ));
  expect(screen.queryByText(/ligne/)).toBeNull();
  setState({ kind: "loading", share: 0.4, rows: 12_000 });
  expect(screen.getByText(/12\s000 lignes/)).toBeTruthy();
  expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("40");
  fireEvent.click(screen.getByRole("button", { name: "Arrêter la lecture de Factures" }));
  expect(onStop).toHaveBeenCalledOnce();
  setState({ kind: "stopped" });
  fireEvent.click(screen.getByRole("button", { name: "Lire à nouveau" }));
  expect(onRetry).toHaveBeenCalledOnce();
});
