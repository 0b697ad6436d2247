import { Suspense, type Owner } from "solid-js";
import { render } from "solid-js/web";
import {
  PICTURE_BYTES,
  type Figures,
  type PublishedWidget,
} from "#domain/dashboards/share/figures.ts";
import { isPicture } from "#web/features/analytics/chart/is-picture.ts";
import { barePicture, type PictureWords } from "#web/features/dashboards/export/picture.ts";
import { createRestWords } from "#web/features/dashboards/export/rest-words.ts";
import { keepLight } from "#web/lib/light-place.ts";
import { SpokenIn, type OtherSpeech } from "#web/lib/spoken-in.tsx";
import { SharedGrid } from "#web/features/dashboards/public/shared-grid.tsx";

/** Px of the place that the widgets have: what a mail shows of them is a little smaller, on a phone as large. */
const [WIDE, NARROW] = [760, 390];
const PHONE = "(width < 40rem)";
/** From fine to coarse, until the picture fits. */
const SCALES = [2, 1.5, 1];
const [LOOK_MS, PATIENCE_MS] = [50, 10_000];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Whether what comes by itself (charts, crossed tables, text) stands in its place. */
function stands(place: Element | undefined, { kind, text, chart, rows }: PublishedWidget): boolean {
  if (!place) return false;
  const has = (what: string) => place.querySelector(what) !== null;
  if (kind === "text") return text.trim() === "" || has(".prose-aetheria > *");
  if (rows.length === 0) return true;
  if (chart?.type === "pivot") return has("table");
  return !isPicture(chart) || has("[_echarts_instance_]");
}

type RestWords = PictureWords["rest"];

/** The widgets, and in their language what a picture says of rows that are not in it. */
function Drawn(props: { widgets: readonly PublishedWidget[]; onWords: (rest: RestWords) => void }) {
  // Read once on purpose: the words follow their language by themselves.
  // oxlint-disable-next-line solid/reactivity
  props.onWords(createRestWords());
  return (
    <Suspense>
      <SharedGrid widgets={props.widgets} />
    </Suspense>
  );
}

/**
 * A picture (PNG) of published figures for mails in one language, light whatever the theme: of the widgets that are published and nothing else, drawn
 * beside the screen as the public page draws them. Null where they can't all be drawn, or not within what a mail carries.
 */
export async function mailPicture(
  figures: Figures,
  speech: OtherSpeech,
  owner: Owner | null,
): Promise<Blob | null> {
  const host = document.createElement("div");
  host.className = "fixed top-0 bg-canvas p-3 text-base text-ink";
  const width = matchMedia(PHONE).matches ? NARROW : WIDE;
  Object.assign(host.style, { left: `-${width * 2}px`, width: `${width}px` });
  keepLight(host);
  host.inert = true;
  host.ariaHidden = "true";
  document.body.append(host);
  const widgets = figures.widgets.toSorted(
    (a, b) => a.layout.y - b.layout.y || a.layout.x - b.layout.x,
  );
  let rest: RestWords | undefined;
  const dispose = render(
    () => (
      <SpokenIn speech={speech}>
        <Drawn widgets={widgets} onWords={(words) => (rest = words)} />
      </SpokenIn>
    ),
    host,
    undefined,
    { owner },
  );
  try {
    const whole = () => {
      const places = host.querySelectorAll("section");
      return widgets.every((widget, at) => stands(places[at], widget));
    };
    for (let waited = 0; !whole(); waited += LOOK_MS) {
      if (waited > PATIENCE_MS) return null;
      await pause(LOOK_MS);
    }
    // A chart that has just come is drawn with its data by then.
    await pause(LOOK_MS);
    for (const scale of SCALES) {
      const picture = await barePicture(host, rest ?? (() => ""), scale);
      if (picture.size <= PICTURE_BYTES) return picture;
    }
    return null;
  } finally {
    dispose();
    host.remove();
  }
}
