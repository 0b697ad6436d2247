import { createSignal } from "solid-js";

/** A change taken back, or made again; answers the step that leads back, or nothing where it was not taken. */
export type Step = () => Step | undefined;

const MOST = 50;

/** What one did oneself, as steps to take back and to make again. */
export function createSteps() {
  const [undo, setUndo] = createSignal<readonly Step[]>([]);
  const [redo, setRedo] = createSignal<readonly Step[]>([]);
  const without = (step: Step) => (all: readonly Step[]) => all.filter((one) => one !== step);
  const added = (step: Step) => (all: readonly Step[]) => [...all, step].slice(-MOST);
  const take = (from: typeof undo, setFrom: typeof setUndo, setTo: typeof setUndo) => {
    const step = from().at(-1);
    if (!step) return;
    setFrom(without(step));
    const back = step();
    if (back) setTo(added(back));
  };
  const clear = (): void => {
    setUndo([]);
    setRedo([]);
  };
  return {
    /** Remembers how to take back what was just done; what was taken back before cannot be made again after it. */
    done(step: Step): void {
      setUndo(added(step));
      setRedo([]);
    },
    /** Forgets a step that was taken in another way, or could not be. */
    drop(step: Step): void {
      setUndo(without(step));
      setRedo(without(step));
    },
    clear,
    canUndo: () => undo().length > 0,
    canRedo: () => redo().length > 0,
    undo: () => take(undo, setUndo, setRedo),
    redo: () => take(redo, setRedo, setUndo),
  };
}
