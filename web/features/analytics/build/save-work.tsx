import IconSave from "~icons/lucide/bookmark-plus";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { QuestionView } from "#domain/questions/model.ts";
import type { SourceView } from "#domain/sources/model.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { createMediaQuery } from "#web/ui/media-query.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { createQuestion, isSaved, updateQuestion, type Work } from "./build-question.ts";
import { draftPlace, drafts, draftScope } from "./drafts.ts";

/** Saves what is being built: as a new question with a title, or in the place of the one that was opened. */
export function SaveWork(props: {
  work: Work | undefined;
  title: string;
  workspaceId: string;
  sources: readonly SourceView[];
  question: QuestionView | undefined;
  /** Where the answer is to be pinned in the end, if anywhere. */
  dashboardId?: string | undefined;
}) {
  const t = useTexts();
  const say = useProblemText();
  const { language } = useLocale();
  const toasts = useToasts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const words = () => t().analyticsBuild.save;
  /** The bar of a phone has room for one. */
  const phone = createMediaQuery("(width < 40rem)");
  const [open, setOpen] = createSignal(false);
  const [title, setTitle] = createSignal("");
  const done = async (saved: QuestionView) => {
    await drafts.drop(draftScope(), draftPlace(props.workspaceId, props.question?.id));
    toasts.show({ text: words().done(saved.title), tone: "ok" });
    queries.setQueryData(["questions", "one", saved.id], saved);
    await queries.invalidateQueries({ queryKey: ["questions", "workspace"] });
  };
  const create = createSubmit(async () => {
    const { work, workspaceId, sources } = props;
    if (work === undefined) return;
    const at = { workspaceId, sources, language: language() };
    const saved = await createQuestion(work, title().trim(), at);
    await done(saved);
    setOpen(false);
    const dashboard = props.dashboardId === undefined ? "" : `&dashboard=${props.dashboardId}`;
    navigate(`/analytics/w/${workspaceId}/build?question=${saved.id}${dashboard}`);
  });
  const update = createSubmit(async () => {
    const { work, question, sources } = props;
    if (work !== undefined && question !== undefined)
      await done(await updateQuestion(work, question, sources));
  });
  const nothingToSave = () =>
    !props.work || (props.question !== undefined && isSaved(props.work, props.question));
  const save = async () => {
    if ((await update.run()) || !update.problem()) return;
    const problem: unknown = update.problem();
    const sooner = problem instanceof ApiProblem && problem.code === "conflict.version";
    toasts.show({ text: sooner ? words().sooner : say(problem), tone: "bad" });
  };
  const ask = () => {
    setTitle(props.title.slice(0, 300));
    setOpen(true);
  };
  return (
    <>
      <Show when={props.question}>
        <Button
          kind="primary"
          icon={IconSave}
          loading={update.pending()}
          disabled={nothingToSave()}
          onClick={() => void save()}
        >
          {words().again}
        </Button>
      </Show>
      <Show when={!phone() || !props.question}>
        <Button
          kind={props.question ? "secondary" : "primary"}
          {...(props.question ? {} : { icon: IconSave })}
          disabled={props.work === undefined}
          onClick={ask}
        >
          {props.question ? words().copy : words().open}
        </Button>
      </Show>
      <Show when={open()}>
        <FormDialog
          title={words().title}
          submit={words().open}
          pending={create.pending()}
          ready={title().trim() !== ""}
          onClose={() => setOpen(false)}
          onSubmit={() => void create.run()}
        >
          <TextField
            label={words().name}
            required
            maxLength={300}
            value={title()}
            onInput={setTitle}
            error={create.problem() ? say(create.problem()) : undefined}
          />
        </FormDialog>
      </Show>
    </>
  );
}
