import { useLocale } from "#web/lib/i18n.tsx";
import { useTheme, type Theme } from "#web/lib/theme.ts";
import { For, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Wordmark } from "#web/ui/mark.tsx";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { Buttons } from "./buttons.tsx";
import { Grids } from "./grids.tsx";
import { Fields } from "./fields.tsx";
import { Overlays } from "./overlays.tsx";
import { Pickers } from "./pickers.tsx";
import { People } from "./people.tsx";
import { States } from "./states.tsx";

const SECTIONS = {
  buttons: Buttons,
  fields: Fields,
  people: People,
  pickers: Pickers,
  overlays: Overlays,
  states: States,
  grids: Grids,
};

/** Every component in every state: the page to hold beside the screens. `only` shows one section. */
export function Gallery(props: { only: string | null }) {
  const { language, setLanguage } = useLocale();
  const [theme, setTheme] = useTheme();
  return (
    <main class="mx-auto max-w-300 p-6 phone:p-4">
      <header class="mb-5 flex flex-wrap items-center gap-3">
        <h1 class="mr-auto">
          <Wordmark />
        </h1>
        <SegmentedControl
          label="Language"
          value={language()}
          options={[
            { value: "fr", label: "FR" },
            { value: "en", label: "EN" },
          ]}
          onChange={(next) => void setLanguage(next)}
        />
        <SegmentedControl<Theme>
          label="Theme"
          value={theme()}
          options={[
            { value: "system", label: "System" },
            { value: "light", label: "Light" },
            { value: "dark", label: "Dark" },
          ]}
          onChange={setTheme}
        />
      </header>
      <div class="grid grid-cols-2 gap-5 phone:grid-cols-1">
        <For each={Object.entries(SECTIONS)}>
          {([name, section]) => (
            <Show when={props.only === null || props.only === name}>
              <Dynamic component={section} />
            </Show>
          )}
        </For>
      </div>
    </main>
  );
}
