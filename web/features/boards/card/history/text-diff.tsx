import { For, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { shortenSame } from "./shorten-same.ts";

/** Longer texts are compared by lines: words of so many would keep the page busy. */
const MOST_WORDS = 5000;

/** What one text has that the other has not, word by word; with `around`, by lines, and of what is the same only so many beside it. */
export function TextDiff(props: { before: string; after: string; around?: number }) {
  const t = useTexts();
  const [parts] = createResource(
    () => [props.before, props.after, props.around] as const,
    async ([before, after, around]) => {
      const { diffLines, diffWordsWithSpace } = await import("diff");
      if (around !== undefined) return shortenSame(diffLines(before, after), around);
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
