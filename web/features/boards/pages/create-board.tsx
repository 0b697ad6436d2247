import IconAlert from "~icons/lucide/octagon-alert";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { FormDialog } from "#web/ui/form-dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const PREFIX = /^[A-Z][A-Z0-9]{1,5}$/;

/** Asks for a board's name and the prefix of its references, creates it and opens it. */
export function CreateBoard(props: { open: boolean; onClose: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [title, setTitle] = createSignal("");
  const [prefix, setPrefix] = createSignal("");
  const wrong = () => prefix() !== "" && !PREFIX.test(prefix());
  const submit = createSubmit(async () => {
    const body = { title: title().trim(), ...(prefix() ? { prefix: prefix() } : {}) };
    const board = await api("post /boards", { body });
    await queries.invalidateQueries({ queryKey: ["boards"] });
    navigate(`/boards/${board.id}`);
  });
  const create = async () => {
    if (title().trim() === "" || wrong()) return;
    if (!(await submit.run())) return;
    setTitle("");
    setPrefix("");
    props.onClose();
  };
  return (
    <FormDialog
      open={props.open}
      keeps
      title={t().boardScreen.createTitle}
      description={t().boardScreen.createBody}
      submit={t().boardScreen.createAction}
      pending={submit.pending()}
      ready={title().trim() !== "" && !wrong()}
      onClose={() => props.onClose()}
      onSubmit={() => void create()}
    >
      <Show when={submit.problem()}>
        {(problem) => (
          <Banner tone="bad" icon={IconAlert}>
            {say(problem())}
          </Banner>
        )}
      </Show>
      <TextField
        label={t().boardScreen.name}
        value={title()}
        onInput={setTitle}
        maxLength={120}
        required
      />
      <TextField
        label={t().boardScreen.prefix}
        hint={t().boardScreen.prefixHint}
        error={wrong() ? t().boardScreen.prefixWrong : undefined}
        value={prefix()}
        maxLength={6}
        onInput={(text) => setPrefix(text.toUpperCase())}
      />
    </FormDialog>
  );
}
