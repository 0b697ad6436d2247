import { cx } from "#web/ui/cx.ts";

/** Two values side by side, each under its name; one below the other on a phone. */
export function TwoTexts(props: {
  mine: readonly [name: string, text: string];
  other: readonly [name: string, text: string];
}) {
  return (
    <div class="mt-1.5 grid grid-cols-2 gap-2 phone:grid-cols-1">
      <OneText name={props.mine[0]} text={props.mine[1]} class="border-accent" />
      <OneText name={props.other[0]} text={props.other[1]} class="border-line" />
    </div>
  );
}

function OneText(props: { name: string; text: string; class: string }) {
  return (
    <figure class="min-w-0">
      <figcaption class="text-small text-ink-3">{props.name}</figcaption>
      <p class={cx("rounded-2 border p-2 whitespace-pre-wrap break-words", props.class)}>
        {props.text}
      </p>
    </figure>
  );
}
