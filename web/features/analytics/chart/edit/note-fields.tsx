import IconX from "~icons/lucide/x";
import { Index, Show } from "solid-js";
import type { Annotation } from "#domain/analytics/chart/look.ts";
import type { ChartSpec } from "#domain/analytics/chart/spec.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { Button } from "#web/ui/button.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { NumberField, typedNumber } from "./number-field.tsx";

const MOST = 12;

const text = (value: string): string | undefined => (value === "" ? undefined : value);

/** Titles of the axes, a target, and lines or bands with their words. */
export function NoteFields(props: { spec: ChartSpec; onChange: (spec: ChartSpec) => void }) {
  const t = useTexts();
  const { language } = useLocale();
  const words = () => t().analytics.chart.edit;
  const set = (part: object): void => props.onChange({ ...props.spec, ...part });
  const has = (...kinds: ChartSpec["type"][]): boolean => kinds.includes(props.spec.type);
  const axes = (): boolean => !has("pie", "number", "table", "pivot");
  const marks = (): boolean => axes() && !has("heat");
  const notes = (): readonly Annotation[] => props.spec.annotations ?? [];
  const change = (at: number, part: Partial<Record<keyof Annotation, unknown>>): void =>
    set({ annotations: notes().map((one, place) => (place === at ? { ...one, ...part } : one)) });
  const place = (value: string): string | number => typedNumber(value, language()) ?? value;
  return (
    <Show when={axes() || has("number")}>
      <fieldset class="grid gap-3 sm:grid-cols-2">
        <legend class="pb-2 font-medium">{words().titles}</legend>
        <Show when={axes()}>
          <TextField
            label={words().xTitle}
            value={props.spec.xTitle}
            maxLength={80}
            onInput={(xTitle) => set({ xTitle: text(xTitle) })}
          />
          <TextField
            label={words().yTitle}
            value={props.spec.yTitle}
            maxLength={80}
            onInput={(yTitle) => set({ yTitle: text(yTitle) })}
          />
        </Show>
        <Show when={marks() || has("number")}>
          <NumberField
            label={words().target}
            value={props.spec.target}
            onChange={(target) => set({ target })}
          />
        </Show>
        <Show when={marks()}>
          <NumberField
            label={words().min}
            value={props.spec.min}
            onChange={(min) => set({ min })}
          />
          <NumberField
            label={words().max}
            value={props.spec.max}
            onChange={(max) => set({ max })}
          />
        </Show>
        <Show when={marks()}>
          <div class="flex flex-col gap-3 sm:col-span-2">
            <Index each={notes()}>
              {(note, at) => (
                <div
                  role="group"
                  aria-label={words().note(at + 1)}
                  class="grid gap-2 rounded-2 border border-line p-2 sm:grid-cols-2"
                >
                  <TextField
                    label={words().label}
                    value={note().label}
                    maxLength={80}
                    onInput={(label) => change(at, { label })}
                  />
                  <Select
                    label={words().axis}
                    options={(["x", "y"] as const).map((value) => ({
                      value,
                      label: words().axes[value],
                    }))}
                    value={note().axis}
                    onChange={(axis) => change(at, { axis })}
                  />
                  <TextField
                    label={words().at}
                    hint={words().atHint}
                    value={String(note().at)}
                    onInput={(value) => change(at, { at: place(value) })}
                  />
                  <TextField
                    label={words().to}
                    value={note().to === undefined ? "" : String(note().to)}
                    onInput={(value) => change(at, { to: value === "" ? undefined : place(value) })}
                  />
                  <IconButton
                    quiet
                    icon={IconX}
                    label={words().remove(note().label || words().note(at + 1))}
                    onClick={() => set({ annotations: notes().filter((_, one) => one !== at) })}
                  />
                </div>
              )}
            </Index>
            <Button
              size="sm"
              disabled={notes().length >= MOST}
              onClick={() => set({ annotations: [...notes(), { axis: "x", at: "", label: "" }] })}
            >
              {words().add}
            </Button>
          </div>
        </Show>
      </fieldset>
    </Show>
  );
}
