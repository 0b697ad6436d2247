import { Show, type JSX } from "solid-js";

/** A card of the home page: a title with its count, a way to all of it, rows. */
export function Panel(props: {
  title: string;
  id?: string;
  aside?: JSX.Element;
  action?: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <section
      id={props.id}
      aria-label={props.title}
      class="scroll-mt-4 overflow-hidden rounded-3 border border-line"
    >
      <div class="flex h-10 items-center gap-2 border-b border-line px-4">
        <h2 class="font-semibold">{props.title}</h2>
        {props.aside}
        <Show when={props.action}>
          <span class="ml-auto text-small">{props.action}</span>
        </Show>
      </div>
      {props.children}
    </section>
  );
}
