import { createSignal, Show, type JSX } from "solid-js";
import { ComboboxList, type ComboboxListProps } from "#web/ui/combobox-list.tsx";
import { Popover } from "#web/ui/popover.tsx";

/** A name and its value on one line, as `dt` and `dd`. */
export function PropertyRow(props: { label: string; children: JSX.Element }) {
  return (
    <div class="flex min-h-7 items-start gap-2 phone:min-h-11">
      <dt class="w-22 shrink-0 py-1 text-ink-2 phone:w-28 phone:py-2.5">{props.label}</dt>
      <dd class="flex min-w-0 flex-1 items-center gap-1">{props.children}</dd>
    </div>
  );
}

/** A value that is a button with a hover fill; what it opens changes the value. */
export function OpenValue(props: {
  label: string;
  locked: boolean;
  open: boolean;
  onOpen: (open: boolean) => void;
  value: () => JSX.Element;
  class: string;
  children: JSX.Element;
}) {
  const look =
    "-ml-1.5 flex min-h-7 min-w-0 max-w-full items-center gap-2 rounded-2 px-1.5 py-0.5 text-left phone:min-h-11";
  return (
    <Show when={!props.locked} fallback={<span class={look}>{props.value()}</span>}>
      <Popover
        label={props.label}
        open={props.open}
        onOpenChange={props.onOpen}
        class={props.class}
        trigger={(attributes) => (
          <button
            type="button"
            {...attributes}
            class={`${look} transition-colors hover:bg-hover aria-expanded:bg-hover`}
          >
            <span class="sr-only">{`${props.label}, `}</span>
            {props.value()}
          </button>
        )}
      >
        {props.children}
      </Popover>
    </Show>
  );
}

/** One or several of a list, chosen in a popover. One closes it. */
export function Pick(
  props: Omit<ComboboxListProps, "onToggle"> & {
    locked: boolean;
    multiple?: boolean;
    onPick: (value: string) => void;
    value: () => JSX.Element;
  },
) {
  const [open, setOpen] = createSignal(false);
  return (
    <OpenValue
      label={props.label}
      locked={props.locked}
      open={open()}
      onOpen={setOpen}
      value={() => props.value()}
      class="w-64"
    >
      <ComboboxList
        label={props.label}
        options={props.options}
        chosen={props.chosen}
        onSearch={props.onSearch}
        loading={props.loading}
        onCreate={props.onCreate}
        refuse={props.refuse}
        onToggle={(value) => {
          if (!props.multiple) setOpen(false);
          props.onPick(value);
        }}
      />
    </OpenValue>
  );
}
