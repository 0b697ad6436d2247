import { createEffect, createSignal, on, onCleanup } from "solid-js";

/** The value once it has not changed for `ms`. */
export function createSettled<T>(value: () => T, ms: number): () => T {
  const [settled, setSettled] = createSignal<T>(value());
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      value,
      (next) => {
        clearTimeout(timer);
        timer = setTimeout(() => setSettled(() => next), ms);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return settled;
}
