import IconPlus from "~icons/lucide/plus";
import IconAlert from "~icons/lucide/octagon-alert";
import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { TEMPLATE_LIMITS, type TemplateFields } from "#domain/boards/card-template.ts";
import { overTitle, TITLE_MOST } from "#domain/boards/long-title.ts";
import { MOST } from "#domain/boards/parts.ts";
import { Priority } from "#domain/boards/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { Swatches } from "#web/features/boards/board/swatches.tsx";
import { draftOf, readDraft, readDueIn, type DraftFault } from "./template-draft.ts";
import { TemplateLines } from "./template-lines.tsx";
import { TemplateTags } from "./template-tags.tsx";

const isConflict = (error: unknown) =>
  error instanceof ApiProblem && error.code === "conflict.version";

/** Asks for all that a template says. Closes once it is kept; what went wrong is said in it, and nothing typed is lost. */
export function TemplateDialog(props: {
  title: string;
  body?: string | undefined;
  first: TemplateFields;
  /** What a name that is taken means: saving replaces the other one, or can't be. */
  taken: (name: string) => "replaces" | "refused" | null;
  onClose: () => void;
  onSave: (fields: TemplateFields) => Promise<unknown>;
}) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const words = () => t().cardTemplates.field;
  // A form begins with what it is given, and is its own from then on.
  // oxlint-disable-next-line solid/reactivity
  const [draft, setDraft] = createStore(draftOf(props.first));
  const [fault, setFault] = createSignal<DraftFault | null>(null);
  const submit = createSubmit((fields: TemplateFields) => props.onSave(fields));
  const taken = () => props.taken(draft.name);
  const ready = () =>
    draft.name.trim() !== "" && taken() !== "refused" && overTitle(draft.title) <= 0;
  const save = async () => {
    if (!ready()) return;
    const read = readDraft(draft);
    setFault("fault" in read ? read.fault : null);
    if ("fields" in read && (await submit.run(read.fields))) props.onClose();
  };
  const dueWrong = () => fault()?.field === "dueIn" && readDueIn(draft.dueIn) === undefined;
  const listFault = (at: number) => {
    const wrong = fault();
    if (wrong?.field !== "lists") return undefined;
    if (wrong.list === null && at === draft.lists.length - 1)
      return words().tooMany(f().number(MOST.items));
    return wrong.list === at ? words().itemLong(wrong.long) : undefined;
  };
  return (
    <FormDialog
      title={props.title}
      description={props.body}
      submit={taken() === "replaces" ? words().replace : t().boardScreen.save}
      pending={submit.pending()}
      ready={ready()}
      onClose={() => props.onClose()}
      onSubmit={() => void save()}
    >
      <Show when={submit.problem()}>
        {(problem) => (
          <Banner tone="bad" icon={IconAlert}>
            {isConflict(problem()) ? t().cardTemplates.conflict : say(problem())}
          </Banner>
        )}
      </Show>
      <TextField
        label={words().name}
        value={draft.name}
        onInput={(name) => setDraft("name", name)}
        maxLength={60}
        required
        hint={taken() === "replaces" ? words().taken : undefined}
        error={taken() === "refused" ? words().takenEdit : undefined}
      />
      <TextField
        label={words().title}
        hint={words().titleHint}
        value={draft.title}
        onInput={(title) => setDraft("title", title)}
        error={
          overTitle(draft.title) > 0
            ? words().titleLong(overTitle(draft.title) + TITLE_MOST, TITLE_MOST)
            : undefined
        }
      />
      <TextArea
        label={words().description}
        aside={words().descriptionHint}
        value={draft.description}
        onInput={(description) => setDraft("description", description)}
        maxLength={50_000}
        rows={4}
      />
      <div class="grid grid-cols-2 gap-4 phone:grid-cols-1">
        <Select
          label={words().priority}
          options={Priority.options.toReversed().map((value) => ({
            value,
            label: t().boards.priorities[value],
          }))}
          value={draft.priority}
          onChange={(priority) => setDraft("priority", priority)}
        />
        <TextField
          label={words().dueIn}
          hint={words().dueInHint}
          error={dueWrong() ? words().dueInWrong(f().number(TEMPLATE_LIMITS.dueIn)) : undefined}
          value={draft.dueIn}
          onInput={(dueIn) => setDraft("dueIn", dueIn)}
          inputMode="numeric"
          maxLength={6}
        />
      </div>
      <TemplateTags tags={draft.tags} onChange={(tags) => setDraft("tags", tags)} />
      <div class="flex flex-col gap-1.5">
        <span class="font-medium" aria-hidden="true">
          {words().cover}
        </span>
        <Swatches
          label={words().cover}
          value={draft.cover}
          none={t().boardCard.cover.none}
          onChoose={(cover) => setDraft("cover", cover)}
        />
      </div>
      <For each={draft.lists}>
        {(list, at) => (
          <TemplateLines
            list={list}
            label={draft.lists.length > 1 ? words().listOf(at() + 1) : words().list}
            error={listFault(at())}
            onChange={(change) => setDraft("lists", at(), change)}
            onRemove={() => setDraft("lists", (all) => all.filter((one) => one !== list))}
          />
        )}
      </For>
      <Show when={draft.lists.length < MOST.checklists}>
        <Button
          kind="ghost"
          icon={IconPlus}
          class="self-start"
          onClick={() => setDraft("lists", (all) => [...all, { name: "", items: "" }])}
        >
          {words().addList}
        </Button>
      </Show>
    </FormDialog>
  );
}
