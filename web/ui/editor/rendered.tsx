import { createEffect, Show } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { createResource } from "#web/lib/resource.ts";
import { usePictures } from "./pictures-context.ts";
import type { Mentionable } from "./mention.ts";

/** Markdown as it reads, with the names that it calls and the pictures of the card. */
export function Rendered(props: {
  text: string;
  mentions?: readonly Mentionable[] | undefined;
  class?: string;
}) {
  const t = useTexts();
  const pictures = usePictures();
  const [render] = createResource(async () => (await import("./markdown.ts")).renderMarkdown);
  const show = (element: HTMLElement) => {
    createEffect(() => {
      const make = render();
      if (!make) return;
      element.replaceChildren(
        make(props.text, { mentions: props.mentions ?? [], picture: pictures.picture }),
      );
    });
  };
  return (
    <Show
      when={props.text.trim() !== ""}
      fallback={<p class="text-ink-3">{t().cardTalk.editor.empty}</p>}
    >
      <div ref={show} class={`prose-aetheria ${props.class ?? ""}`} />
    </Show>
  );
}
