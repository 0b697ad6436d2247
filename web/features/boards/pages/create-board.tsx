import IconAlert from "~icons/lucide/octagon-alert";
import { useNavigate } from "@solidjs/router";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, createUniqueId, Show } from "solid-js";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Banner } from "#web/ui/banner.tsx";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";

const PREFIX = /^[A-Z][A-Z0-9]{1,5}$/;

/** Asks for a board's name and the prefix of its references, creates it and opens it. */
export function CreateBoard(props: { open: boolean; onClose: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const form = createUniqueId();
  const [title, setTitle] = createSignal("");
  const [prefix, setPrefix] = createSignal("");
  const wrong = () => prefix() !== "" && !PREFIX.test(prefix());
  const submit = createSubmit(async () => {
    const body = { title: title().trim(), ...(prefix() ? { prefix: prefix() } : {}) };
    const board = await api("post /boards", { body });
    await queries.invalidateQueries({ queryKey: ["boards"] });
    navigate(`/boards/${board.id}`);
  });
  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    if (title().trim() === "" || wrong()) return;
    if (!(await submit.run())) return;
    setTitle("");
    setPrefix("");
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      keeps
      onOpenChange={(open) => !open && props.onClose()}
      title={t().boardScreen.createTitle}
      description={t().boardScreen.createBody}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().boardScreen.cancel}</Button>
          <Button
            kind="primary"
            type="submit"
            form={form}
            loading={submit.pending()}
            disabled={title().trim() === "" || wrong()}
          >
            {t().boardScreen.createAction}
          </Button>
        </>
      }
    >
      <form
        id={form}
        novalidate
        class="flex flex-col gap-4"
        onSubmit={(event) => void create(event)}
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
      </form>
    </Dialog>
  );
}
