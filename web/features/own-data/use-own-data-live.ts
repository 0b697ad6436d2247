import { onCleanup } from "solid-js";
import { OWN_DATA } from "#domain/own-data/registry.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { onLive } from "#web/lib/live.tsx";

/** Changes come in bursts: the rows are read again at most once in this time, in milliseconds. */
const PAUSE = 15_000;

/** Reads the organization's own data again, where it is loaded, when a live event says that it changed. */
export function useOwnDataLive(sources: {
  all: () => readonly SourceView[];
  isLoaded: (id: string) => boolean;
  reload: (source: SourceView) => void;
}): void {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  const refresh = (name: string): void => {
    timers.delete(name);
    for (const source of sources.all())
      if (
        source.kind === "organization" &&
        source.details.name === name &&
        sources.isLoaded(source.id)
      )
        sources.reload(source);
  };
  for (const { name, topic } of OWN_DATA)
    onLive(topic, () => {
      if (!timers.has(name))
        timers.set(
          name,
          setTimeout(() => refresh(name), PAUSE),
        );
    });
  onCleanup(() => {
    for (const timer of timers.values()) clearTimeout(timer);
  });
}
