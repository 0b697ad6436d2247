import IconLock from "~icons/lucide/lock";
import { createEffect, createSignal, Show, type JSX } from "solid-js";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Wordmark } from "#web/ui/mark.tsx";
import { PasswordField } from "#web/ui/password-field.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";

function Around(props: { title: string; children: JSX.Element }) {
  createEffect(() => {
    document.title = `${props.title} – Aetheria`;
  });
  return (
    <div class="flex min-h-dvh flex-col bg-canvas">
      <header class="px-6 py-4 phone:px-4">
        <Wordmark />
      </header>
      <main class="flex flex-1 items-center justify-center pb-20">{props.children}</main>
    </div>
  );
}

/** The link opens nothing: why it does not is nobody's business. */
export function SharedGone() {
  const t = useTexts();
  const words = () => t().dashboardShare.page.gone;
  return (
    <Around title={words().title}>
      <div role="status">
        <EmptyState title={words().title} body={words().body} />
      </div>
    </Around>
  );
}

/** The link opens with a password: what is typed stays when it is not the one. `onOpen` fails with why. */
export function SharedLocked(props: { onOpen: (password: string) => Promise<unknown> }) {
  const t = useTexts();
  const say = useProblemText();
  const words = () => t().dashboardShare.page.locked;
  const [typed, setTyped] = createSignal("");
  const [empty, setEmpty] = createSignal(false);
  const open = createSubmit(() => props.onOpen(typed()));
  let field: HTMLInputElement | undefined;
  const wrong = () => {
    const error = open.problem();
    return error instanceof ApiProblem && error.code === "dashboard.link_password_wrong";
  };
  const submit = async () => {
    setEmpty(typed() === "");
    if (empty() || !(await open.run())) field?.select();
  };
  return (
    <Around title={words().title}>
      <form
        novalidate
        class="mx-4 flex w-full max-w-88 flex-col gap-4 rounded-3 border border-line bg-surface p-6 shadow-1 phone:p-5"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div>
          <Icon of={IconLock} size={20} class="text-ink-3" />
          <h1 class="mt-3 text-lead font-semibold">{words().title}</h1>
          <p class="mt-1 text-ink-2">{words().body}</p>
        </div>
        <Show when={!wrong()}>
          <FormProblem problem={open.problem()} />
        </Show>
        <PasswordField
          label={words().field}
          autocomplete="current-password"
          autofocus
          ref={(element) => (field = element)}
          value={typed()}
          error={empty() ? words().empty : wrong() ? say(open.problem()) : undefined}
          onInput={(value) => {
            setTyped(value);
            setEmpty(false);
            open.clear();
          }}
        />
        <Button kind="primary" size="lg" type="submit" loading={open.pending()}>
          {words().open}
        </Button>
      </form>
    </Around>
  );
}

/** The figures could not be had now. */
export function SharedFailed(props: { problem: unknown; onRetry: () => void }) {
  const t = useTexts();
  const say = useProblemText();
  const words = () => t().dashboardShare.page;
  return (
    <Around title={words().failed}>
      <div role="alert">
        <EmptyState
          title={words().failed}
          body={say(props.problem)}
          actions={<Button onClick={() => props.onRetry()}>{words().retry}</Button>}
        />
      </div>
    </Around>
  );
}

/** The shape of what is coming. Its words may not be there yet. */
export function SharedWaiting() {
  const { whole } = useLocale();
  const t = useTexts();
  return (
    <div
      class="min-h-dvh bg-canvas p-6 phone:p-4"
      aria-busy="true"
      aria-label={whole() ? t().dashboardShare.page.loading : undefined}
    >
      <Skeleton class="h-7 w-64" />
      <Skeleton class="mt-3 h-4 w-80" />
      <div class="mt-6 grid grid-cols-2 gap-3 phone:grid-cols-1">
        <Skeleton class="h-60" />
        <Skeleton class="h-60" />
      </div>
    </div>
  );
}
