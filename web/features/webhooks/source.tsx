/** Text as it is, in lines of its own: JSON, headers, code. `label` names it where it scrolls. */
export function Source(props: { text: string; label: string; wrap?: boolean }) {
  return (
    <div
      role="region"
      aria-label={props.label}
      // What scrolls must be reached by keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      class="max-h-60 overflow-auto rounded-2 bg-sunken px-2 py-1.5"
    >
      <pre
        class={
          props.wrap ? "whitespace-pre-wrap break-all font-mono text-small" : "font-mono text-small"
        }
      >
        {props.text}
      </pre>
    </div>
  );
}
