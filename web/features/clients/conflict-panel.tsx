import IconChosen from "~icons/lucide/circle-check";
import IconOpen from "~icons/lucide/circle";
import IconConflict from "~icons/lucide/git-compare-arrows";
import IconOther from "~icons/lucide/pencil";
import { createSignal, onCleanup, onMount, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { cx } from "#web/ui/cx.ts";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { useClients } from "./context.ts";
import type { ClientConflict } from "./edits.ts";
import { useFieldText } from "./field-text.ts";
import type { Colleague } from "./people.ts";

/**
 * Two values of one field, side by side: 1 keeps mine, 2 takes theirs. Settles one field after the other.
 * `author` is whoever made the other value, when that is known.
 */
export function ConflictPanel(props: {
  conflict: ClientConflict;
  author: Colleague | undefined;
  onOther: (field: ClientConflict["fields"][number]["field"]) => void;
}) {
  const t = useTexts();
  const f = useFormat();
  const { edits, actions, people } = useClients();
  const say = useFieldText(people);
  const [chosen, setChosen] = createSignal<"mine" | "theirs">("mine");
  const words = () => t().clients.conflict;
  const item = () => props.conflict.fields[0];
  const name = () => props.author?.name.split(" ")[0] ?? words().someone;
  const keepMine = () => {
    const now = item();
    if (now) actions.save(props.conflict.current, { [now.field]: now.mine }, true);
  };
  const takeTheirs = () => {
    const now = item();
    if (now) edits.takeTheirs(props.conflict.current.id, now.field);
  };

  const keys = (event: KeyboardEvent) => {
    const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea");
    if (typing || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "1") keepMine();
    else if (event.key === "2") takeTheirs();
    else return;
    event.preventDefault();
  };
  document.addEventListener("keydown", keys);
  onCleanup(() => document.removeEventListener("keydown", keys));

  // What had the focus (a choice here, the conflict's button in the top bar) goes when it is settled: the record takes it.
  let section: HTMLElement | undefined;
  onMount(() => {
    const record = section?.closest<HTMLElement>("[role=dialog]");
    onCleanup(() =>
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) record?.focus({ preventScroll: true });
      }),
    );
  });

  return (
    <Show when={item()}>
      {(field) => (
        <section
          ref={(element) => (section = element)}
          role="alert"
          class="mt-4 overflow-hidden rounded-3 border border-bad"
          aria-label={words().title(t().clients.fields[field().field])}
        >
          <h3 class="flex h-10 items-center gap-2 bg-bad-soft px-3 font-semibold text-bad">
            <Icon of={IconConflict} />
            {words().title(t().clients.fields[field().field])}
          </h3>
          <div class="p-3">
            <p class="text-small text-ink-2">
              {words().before(say(field().field, field().base))}{" "}
              {words().changed(name(), props.conflict.offline)} {words().kept}
            </p>
            <div
              role="radiogroup"
              aria-label={words().choices}
              class="mt-3 grid grid-cols-2 gap-2 phone:grid-cols-1"
            >
              <Choice
                person={people.self() ? people.find(people.self()?.id ?? "") : undefined}
                title={words().mine}
                value={say(field().field, field().mine)}
                note={
                  props.conflict.offline
                    ? words().offlineAt(f().time(props.conflict.at))
                    : f().time(props.conflict.at)
                }
                chosen={chosen() === "mine"}
                onChoose={() => setChosen("mine")}
              />
              <Choice
                person={props.author}
                title={words().theirs(name())}
                value={say(field().field, field().theirs)}
                note={words().onlineAt(f().time(props.conflict.current.updatedAt))}
                chosen={chosen() === "theirs"}
                onChoose={() => setChosen("theirs")}
              />
            </div>
            <div class="mt-3 flex flex-wrap items-center gap-2">
              <Button
                kind={chosen() === "mine" ? "primary" : "secondary"}
                kbd="1"
                onClick={keepMine}
              >
                {words().keepMine}
              </Button>
              <Button
                kind={chosen() === "theirs" ? "primary" : "secondary"}
                kbd="2"
                onClick={takeTheirs}
              >
                {words().takeTheirs(name())}
              </Button>
              <span class="flex-1" />
              <IconButton
                icon={IconOther}
                label={words().other}
                onClick={() => props.onOther(field().field)}
              />
            </div>
          </div>
        </section>
      )}
    </Show>
  );
}

function Choice(props: {
  person: Colleague | undefined;
  title: string;
  value: string;
  note: string;
  chosen: boolean;
  onChoose: () => void;
}) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={props.chosen}
      onClick={() => props.onChoose()}
      class={cx(
        "min-w-0 rounded-card border p-2.5 text-left transition-colors",
        props.chosen ? "border-accent outline-1 outline-accent" : "border-line-2 hover:bg-canvas",
      )}
    >
      <span class="flex items-center gap-2">
        <Show when={props.person}>
          {(person) => <Avatar person={person()} self={person().self} decorative />}
        </Show>
        <span class="min-w-0 flex-1 truncate">{props.title}</span>
        <Icon
          of={props.chosen ? IconChosen : IconOpen}
          class={props.chosen ? "text-accent-ink" : "text-line-control"}
        />
      </span>
      <span class="num mt-1 line-clamp-3 block break-words text-answer font-semibold">
        {props.value}
      </span>
      <span class="block text-small text-ink-2">{props.note}</span>
    </button>
  );
}
