import { onLeave, session } from "#web/lib/session.ts";
import { keepEngine } from "./engine/keeper.ts";
import { createLibrary, type Library } from "./library.ts";

let current: Library | undefined;
/** The file on its way from the drop to the import page. */
let dropped: File | undefined;
let others: readonly File[] = [];

/** Who is told when something else than the page ends the engine; the page that opened last alone. */
let listeners: readonly (() => void)[] = [];
export function onEngineKilled(tell: () => void): () => void {
  listeners = [...listeners, tell];
  return () => void (listeners = listeners.filter((one) => one !== tell));
}

/** The library of whoever is signed in. Another person or organization ends the engine of the one before, with all its tables. */
export function currentLibrary(): Library {
  const me = session.me();
  if (me === null) throw new Error("Analytics need a signed-in person");
  const scope = `${me.organization.id}.${me.person.id}`;
  if (current?.scope === scope) return current;
  current?.keeper.end();
  current = createLibrary(
    scope,
    keepEngine(
      async () => (await import("./engine/boot.ts")).bootEngine(),
      () => listeners.at(-1)?.(),
    ),
  );
  return current;
}

onLeave(() => {
  current?.keeper.end();
  current = undefined;
  dropped = undefined;
  others = [];
});

/** Hands a dropped file over to the import page, which takes it once. */
export const handOver = {
  put: (file: File): void => void (dropped = file),
  take: (): File | undefined => dropped,
  clear: (): void => void (dropped = undefined),
};

/** Files that were dropped together with the one that is being read. */
export const waiting = {
  put: (files: readonly File[]): void => void (others = [...files]),
  all: (): readonly File[] => others,
};

/** Starts the engine before it is needed: on hover of the rail's item, and when a page of analyses opens. */
export function preload(): void {
  if (session.me() !== null)
    void currentLibrary()
      .keeper.engine()
      .catch(() => undefined);
}
