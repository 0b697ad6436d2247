import { createSignal, onCleanup } from "solid-js";

const LASTS_MS = 4_000;

type Mark = { by: { id: string; name: string }; at: number };

/**
 * Remembers for four seconds which records someone else just changed: call `mark(id, person)` when a live event
 * arrives, give `changed={(row) => marks.of(row.id)}` to a DataGrid. `seconds` is the age, live.
 */
export function createLiveMarks() {
  const [marks, setMarks] = createSignal<ReadonlyMap<string, Mark>>(new Map());
  const [now, setNow] = createSignal(Date.now());
  let timer: ReturnType<typeof setInterval> | undefined;
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
  };
  const tick = () => {
    setNow(Date.now());
    setMarks((all) => new Map([...all].filter(([, mark]) => now() - mark.at < LASTS_MS)));
    if (marks().size === 0) stop();
  };
  onCleanup(stop);
  return {
    mark: (id: string, by: Mark["by"]) => {
      setNow(Date.now());
      setMarks((all) => new Map(all).set(id, { by, at: Date.now() }));
      timer ??= setInterval(tick, 500);
    },
    of: (id: string) => {
      const mark = marks().get(id);
      return mark && { by: mark.by, seconds: Math.max(0, (now() - mark.at) / 1_000) };
    },
  };
}
