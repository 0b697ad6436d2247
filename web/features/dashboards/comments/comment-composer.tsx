import { createSignal } from "solid-js";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Editor } from "#web/ui/editor/editor.tsx";
import { mentionsIn, type Mentionable } from "#web/ui/editor/mention.ts";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Comments } from "./queries.ts";

const WHOLE = "whole";

/** Where a comment is written: about a widget, or the whole dashboard. What was typed stays when it could not be sent. */
export function CommentComposer(props: {
  mentionable: readonly Mentionable[];
  comments: Comments;
}) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  const { dashboard, widgets } = useDashboard();
  const [text, setText] = createSignal("");
  const [about, setAbout] = createSignal(WHOLE);
  const words = () => t().dashboardTalk;
  const submit = createSubmit(async () => {
    const typed = text().trim();
    const widgetId = about() === WHOLE ? null : about();
    const body = { text: typed, widgetId, mentions: mentionsIn(typed, props.mentionable) };
    const params = { id: dashboard().id };
    props.comments.put(await api("post /dashboards/{id}/comments", { params, body }));
    setText("");
  });
  const send = async () => {
    if (text().trim() === "") return;
    if (!(await submit.run())) toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <div class="flex flex-col gap-2">
      <Select
        size="sm"
        label={words().about}
        value={about()}
        options={[
          { value: WHOLE, label: words().whole },
          ...widgets.all().map(({ id, title }) => ({ value: id, label: title })),
        ]}
        onChange={setAbout}
      />
      <Editor
        label={t().cardTalk.comments.label}
        placeholder={words().write}
        value={text()}
        onInput={setText}
        onSubmit={() => void send()}
        onEscape={() => setText("")}
        people={props.mentionable}
        rows={2}
        most={10_000}
        actions={
          <Button
            size="sm"
            kind="primary"
            loading={submit.pending()}
            disabled={text().trim() === ""}
            onClick={() => void send()}
          >
            {words().send}
          </Button>
        }
      />
    </div>
  );
}
