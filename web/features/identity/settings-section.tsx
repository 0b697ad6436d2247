import { Show, type JSX } from "solid-js";

/** One part of a settings page: title, a line about it, a button at the right, content. */
export function SettingsSection(props: {
  title: string;
  /** The page's own title is its first heading. */
  level?: 1 | 2;
  lead?: JSX.Element;
  action?: JSX.Element;
  children: JSX.Element;
}) {
  return (
    <section class="mb-10">
      <div class="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div class="min-w-0">
          <Show
            when={props.level === 2}
            fallback={<h1 class="text-title font-semibold">{props.title}</h1>}
          >
            <h2 class="text-lead font-semibold">{props.title}</h2>
          </Show>
          <Show when={props.lead}>
            <p class="mt-0.5 text-ink-2">{props.lead}</p>
          </Show>
        </div>
        {props.action}
      </div>
      {props.children}
    </section>
  );
}

/** A bordered list of rows. */
export function RowList(props: { label: string; children: JSX.Element }) {
  return (
    <ul
      aria-label={props.label}
      class="divide-y divide-line overflow-hidden rounded-3 border border-line"
    >
      {props.children}
    </ul>
  );
}
