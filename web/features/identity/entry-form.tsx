import { Show, type JSX } from "solid-js";
import type { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { focusInvalid } from "#web/ui/focus-invalid.ts";
import { FormProblem } from "./form-problem.tsx";
import { isNowhere, NowhereProblem } from "./nowhere-problem.tsx";

/** The form of a way in: its fields, what went wrong with them, one button. */
export function EntryForm(props: {
  submit: ReturnType<typeof createSubmit<[]>>;
  label: string;
  kbd?: string;
  /** Whose way in this is, as typed. */
  email?: string | undefined;
  /** After a refusal: what was typed still stands. */
  onRefused?: () => void;
  children: JSX.Element;
}) {
  const send = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (await props.submit.run()) return;
    props.onRefused?.();
    focusInvalid(form);
  };
  return (
    <form novalidate class="flex flex-col gap-5" onSubmit={(event) => void send(event)}>
      {props.children}
      <Show
        when={isNowhere(props.submit.problem())}
        fallback={<FormProblem problem={props.submit.problem()} />}
      >
        <NowhereProblem email={props.email} problem={props.submit.problem()} />
      </Show>
      <Button
        type="submit"
        kind="primary"
        size="lg"
        kbd={props.kbd}
        loading={props.submit.pending()}
      >
        {props.label}
      </Button>
    </form>
  );
}
