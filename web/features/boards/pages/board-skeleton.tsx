import { For } from "solid-js";

/** The shape of a board while it opens. */
export function BoardSkeleton() {
  return (
    <div
      aria-hidden="true"
      class="absolute inset-0 flex gap-3 overflow-hidden p-3 pt-14 animate-late phone:px-4 phone:pt-32"
    >
      <For each={[3, 4, 3, 2, 4]}>
        {(cards) => (
          <div class="flex w-58 max-w-76 min-w-58 flex-1 flex-col gap-2 rounded-3 bg-sunken p-2 phone:min-w-[calc(100vw-40px)]">
            <div class="h-5 w-24 rounded-1 bg-press" />
            <For each={Array.from({ length: cards })}>
              {() => <div class="h-26 rounded-card border border-line bg-raised" />}
            </For>
          </div>
        )}
      </For>
    </div>
  );
}
