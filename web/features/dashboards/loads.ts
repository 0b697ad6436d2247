import { createMemo, type Accessor } from "solid-js";
import type { Sources } from "#web/features/sources/use-sources.ts";

/** A count that grows whenever a source begins or ends being read: answers from before do not count any more. */
export function createLoads(sources: Pick<Sources, "all" | "state">): Accessor<number> {
  const kinds = createMemo(() =>
    sources
      .all()
      .map(({ id }) => `${id} ${sources.state(id).kind}`)
      .join(),
  );
  return createMemo((count: number) => {
    kinds();
    return count + 1;
  }, 0);
}
