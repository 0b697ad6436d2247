import { For } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";

/** What an archive holds, and what none ever does. */
export function Contents() {
  const t = useTexts();
  const words = () => t().exports.contents;
  return (
    <div class="mt-6">
      <h3 class="font-medium">{words().title}</h3>
      <div class="mt-2 flex flex-wrap gap-x-8 gap-y-3">
        <Items title={words().inside} items={Object.values(words().items)} />
        <Items title={words().outside} items={Object.values(words().never)} />
      </div>
      <p class="mt-3 text-small text-ink-3">{words().care}</p>
    </div>
  );
}

function Items(props: { title: string; items: readonly string[] }) {
  return (
    <div class="min-w-0 flex-1 basis-72">
      <h4 class="text-small font-medium text-ink-2">{props.title}</h4>
      <ul class="mt-1 list-disc pl-5 text-small text-ink-2 marker:text-ink-3">
        <For each={props.items}>{(item) => <li class="py-0.5">{item}</li>}</For>
      </ul>
    </div>
  );
}
