import { useLocation } from "@solidjs/router";
import { createEffect, createMemo, createSignal, on, type Signal } from "solid-js";
import { useLive } from "#web/lib/live.tsx";
import { session } from "#web/lib/session.ts";
import { sectionOf } from "./sections.ts";

/** The page that focus follows: a record opened over its list is the same page. */
function pageOf(path: string): string {
  return sectionOf(path)?.href ?? path;
}

/**
 * After a navigation to another page, and after signing in, moves the focus to its content, so that a screen reader
 * speaks of it and Tab goes on from there; and tells the others where this person is. Returns the signal of the
 * content's element.
 */
export function followRoute(): Signal<HTMLElement | undefined> {
  const [main, setMain] = createSignal<HTMLElement>();
  const location = useLocation();
  const live = useLive();
  createEffect(() => live.setPlace(location.pathname));
  createEffect(
    on(main, (element) => {
      // A page that the browser itself opened begins at its top, where the way past the menu is.
      if (element && document.activeElement === document.body && session.entered()) {
        element.focus({ preventScroll: true });
      }
    }),
  );
  const page = createMemo(() => pageOf(location.pathname));
  createEffect(
    on(
      page,
      () => {
        const element = main();
        if (!element || document.querySelector("[role=dialog]")) return;
        element.scrollTop = 0;
        element.focus({ preventScroll: true });
      },
      { defer: true },
    ),
  );
  return [main, setMain];
}
