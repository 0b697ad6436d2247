import { createResource, For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";

/** Longer texts are compared by lines: words of so many would keep the page busy. */
const MOST_WORDS = 5000;

/** What one text has that the other has not, word by word. */
export function TextDiff(props: { before: string; after: string }) {
  const t = useTexts();
  const [parts] = createResource(
    () => [props.before, props.after] as const,
    async ([before, after]) => {
      const { diffLines, diffWordsWithSpace } = await import("diff");
      const long = before.length + after.length > MOST_WORDS;
      return long ? diffLines(before, after) : diffWordsWithSpace(before, after);
    },
  );
  return (
    <p class="mt-1 max-h-80 overflow-auto rounded-2 border border-line bg-sunken p-2 whitespace-pre-wrap [overflow-wrap:anywhere]">
      <For each={parts()}>
        {(part) => (
          <Show when={part.added || part.removed} fallback={part.value}>
            <Show
              when={part.added}
              fallback={
                <del class="bg-bad-soft text-bad">
                  <span class="sr-only">{`${t().cardTalk.history.taken} : `}</span>
                  {part.value}
                </del>
              }
            >
              <ins class="bg-ok-soft text-ok no-underline">
                <span class="sr-only">{`${t().cardTalk.history.added} : `}</span>
                {part.value}
              </ins>
            </Show>
          </Show>
        )}
      </For>
    </p>
  );
}
