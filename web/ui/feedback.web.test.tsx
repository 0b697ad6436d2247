import { fireEvent, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AvatarStack } from "./avatar.tsx";
import { Button } from "./button.tsx";
import { ErrorState } from "./error-state.tsx";
import { createLiveMarks } from "./live-marks.ts";
import { OfflineBanner } from "./offline-banner.tsx";
import { PriorityIcon } from "./priority-icon.tsx";
import { SaveState } from "./save-state.tsx";
import { renderUi } from "./testing.tsx";
import { useToasts } from "./toast-store.ts";
import { createRoot, createSignal } from "solid-js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function ToastButton(props: { onUndo?: () => void }) {
  const toasts = useToasts();
  return (
    <Button onClick={() => toasts.show({ text: "Carte archivée", onUndo: props.onUndo })}>
      Go
    </Button>
  );
}

describe("toasts", () => {
  it("offer undo once, then leave", () => {
    const undo = vi.fn();
    renderUi(() => <ToastButton onUndo={undo} />);
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    fireEvent.click(screen.getByRole("button", { name: "Annuler" }));
    expect(undo).toHaveBeenCalledOnce();
    expect(screen.queryByText("Carte archivée")).toBeNull();
  });
  it("leave by themselves after ten seconds, but not while pointed at", () => {
    renderUi(() => <ToastButton onUndo={() => undefined} />);
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    const toast = screen.getByText("Carte archivée").closest("li") as HTMLElement;
    fireEvent.pointerEnter(toast);
    vi.advanceTimersByTime(20_000);
    expect(screen.queryByText("Carte archivée")).not.toBeNull();
    fireEvent.pointerLeave(toast);
    vi.advanceTimersByTime(10_250);
    expect(screen.queryByText("Carte archivée")).toBeNull();
  });
});

describe("toasts of what was taken back otherwise", () => {
  it("leave once it no longer holds, and wait for it to hold first", () => {
    const [holds, setHolds] = createSignal(false);
    function Archive() {
      const toasts = useToasts();
      const show = () => toasts.show({ text: "Carte archivée", onUndo: () => {}, holds });
      return <Button onClick={show}>Go</Button>;
    }
    renderUi(() => <Archive />);
    fireEvent.click(screen.getByRole("button", { name: "Go" }));
    expect(screen.queryByText("Carte archivée")).not.toBeNull();
    setHolds(true);
    expect(screen.queryByText("Carte archivée")).not.toBeNull();
    setHolds(false);
    expect(screen.queryByText("Carte archivée")).toBeNull();
  });
});

describe("states", () => {
  it("say what is kept, retry, and give the request id to quote", () => {
    const retry = vi.fn();
    renderUi(() => (
      <ErrorState onRetry={retry} requestId="req_01JD" at="2026-11-24T08:14:07.000Z" />
    ));
    expect(screen.getByRole("alert").textContent).toContain("req_01JD");
    expect(screen.getByText(/24 nov\..*09:14:07/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Réessayer" }));
    expect(retry).toHaveBeenCalledOnce();
  });
  it("say how the saving goes, in both languages", () => {
    renderUi(() => <SaveState status="offline" count={3} />);
    expect(screen.getByText("Hors ligne – 3 à envoyer")).toBeTruthy();
    renderUi(() => <SaveState status="saving" count={2} />, "en");
    expect(screen.getByText("Saving 2 changes…")).toBeTruthy();
  });
  it("say conflicts beside what waits, and open them", () => {
    const open = vi.fn();
    renderUi(() => <SaveState status="offline" count={2} conflicts={1} onOpen={open} />);
    expect(screen.getByText("Hors ligne – 2 à envoyer")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "1 conflit à trancher" }));
    expect(open).toHaveBeenCalledOnce();
    renderUi(() => <SaveState status="saved" conflicts={2} />, "en");
    expect(screen.getByText("2 conflicts to settle")).toBeTruthy();
    expect(screen.queryByText("Saved")).toBeNull();
  });
  it("say that the server is away and what waits for it", () => {
    renderUi(() => <SaveState status="lost" count={1} />);
    expect(screen.getByText("Connexion perdue, nouvelle tentative… 1 à envoyer")).toBeTruthy();
  });
  it("say since when the data is old", () => {
    const see = vi.fn();
    renderUi(() => (
      <OfflineBanner
        offlineSeconds={250}
        dataAt="2026-11-24T08:10:00.000Z"
        pending={3}
        onSeePending={see}
      />
    ));
    expect(screen.getByText("Données de 09:10, 3 modifications en attente.")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Voir les 3" }));
    expect(see).toHaveBeenCalledOnce();
  });
  it.each([null, 0, 4])("tell no duration of %s seconds", (seconds) => {
    renderUi(() => (
      <OfflineBanner offlineSeconds={seconds} dataAt="2026-11-24T08:10:00.000Z" pending={0} />
    ));
    expect(screen.getByText("Hors ligne.")).toBeTruthy();
    expect(screen.queryByText(/depuis/)).toBeNull();
  });
  it("name a priority that is only drawn", () => {
    renderUi(() => <PriorityIcon level="urgent" />);
    expect(screen.getByRole("img", { name: "Priorité urgente" })).toBeTruthy();
  });
  it("name every face shown and count the others", () => {
    const people = ["Karim Benali", "Inès Roussel", "Hugo Lefèvre"].map((name) => ({
      id: name,
      name,
    }));
    renderUi(() => <AvatarStack people={people} max={2} />);
    expect(screen.getAllByRole("img").map((face) => face.textContent)).toEqual(["KB", "IR"]);
    expect(screen.getByText("1 autre personne")).toBeTruthy();
  });
});

describe("live marks", () => {
  it("last four seconds and grow older meanwhile", () => {
    createRoot((dispose) => {
      const marks = createLiveMarks();
      marks.mark("cli_1", { id: "usr_1", name: "Thomas" });
      expect(marks.of("cli_1")).toEqual({ by: { id: "usr_1", name: "Thomas" }, seconds: 0 });
      vi.advanceTimersByTime(2_500);
      expect(marks.of("cli_1")?.seconds).toBe(2.5);
      expect(marks.of("cli_2")).toBeUndefined();
      vi.advanceTimersByTime(2_000);
      expect(marks.of("cli_1")).toBeUndefined();
      dispose();
    });
  });
});
