import { createSignal, Match, Switch } from "solid-js";
import { coverColor, coverFile } from "#domain/boards/cover.ts";
import type { Card } from "#domain/boards/model.ts";
import { cx } from "#web/ui/cx.ts";
import { swatchFill } from "#web/ui/tone.ts";
import { Face } from "./face.tsx";

const EDGE = "-mx-2.5 -mt-[9px] mb-2 overflow-hidden rounded-t-[7px]";

/**
 * What a card wears: a band of a colour, or a picture in a place of fixed height, so that nothing moves once it is there.
 * A picture that can't be had takes no place.
 */
export function CoverBand(props: { card: Card }) {
  const [missing, setMissing] = createSignal(false);
  return (
    <Switch>
      <Match when={coverColor(props.card.cover)}>
        {(color) => <div aria-hidden="true" class={cx(EDGE, "h-2", swatchFill[color()])} />}
      </Match>
      <Match when={coverFile(props.card)}>
        {(file) => (
          <div
            aria-hidden="true"
            data-cover
            hidden={missing()}
            class={cx(
              EDGE,
              "h-28 border-b border-line bg-sunken phone:h-36",
              missing() && "hidden",
            )}
          >
            <Face file={file()} onMissing={setMissing} />
          </div>
        )}
      </Match>
    </Switch>
  );
}
