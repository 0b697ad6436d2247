import { lazy, type JSX } from "solid-js";

type Preloadable<P> = ((props: P) => JSX.Element) & { preload: () => Promise<unknown> };

/** A page that arrives when it is used: `lazyPage(async () => (await import("./page.tsx")).Page)`. */
export function lazyPage<P extends object>(
  load: () => Promise<(props: P) => JSX.Element>,
): Preloadable<P> {
  return lazy(async () => ({ default: await load() }));
}
