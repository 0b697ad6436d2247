import { useSearchParams } from "@solidjs/router";
import { createEffect } from "solid-js";

/** Calls back when the address asks for a new record (`?new=1`, as the palette does), and takes that out of it. */
export function onAskedToCreate(open: () => void): void {
  const [params, setParams] = useSearchParams<{ new?: string }>();
  createEffect(() => {
    if (params.new === undefined) return;
    setParams({ new: undefined }, { replace: true });
    open();
  });
}
