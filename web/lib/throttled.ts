import { onCleanup } from "solid-js";

/** Runs at once when it is called, and once more at the end of `ms` when it was called again meanwhile. Ends with its owner. */
export function throttled(run: () => void, ms: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const call = () => {
    again = timer !== undefined;
    if (again) return;
    run();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) call();
    }, ms);
  };
  onCleanup(() => clearTimeout(timer));
  return call;
}
