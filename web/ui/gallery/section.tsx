import type { JSX } from "solid-js";

/** One family of components, with its name as heading. */
export function Section(props: { title: string; children: JSX.Element }) {
  return (
    <section class="min-w-0 rounded-3 border border-line bg-surface">
      <h2 class="border-b border-line px-4 py-2.5 font-semibold">{props.title}</h2>
      <div class="flex flex-col gap-4 p-4">{props.children}</div>
    </section>
  );
}

/** A line of examples. */
export function Row(props: { children: JSX.Element }) {
  return <div class="flex flex-wrap items-center gap-2">{props.children}</div>;
}
