import IconInfo from "~icons/lucide/info";
import { Show } from "solid-js";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { Icon } from "#web/ui/icon.tsx";

/** Whether a way in was refused because the account belongs to no organization any more. */
export function isNowhere(problem: unknown): boolean {
  return (
    problem instanceof ApiProblem &&
    problem.code === "permission.denied" &&
    problem.params["reason"] === "membership"
  );
}

/** Tells whoever has an account and no organization left so, and offers to create one with that account. */
export function NowhereProblem(props: { email?: string | undefined; problem?: unknown }) {
  const t = useTexts();
  const f = useFormat();
  const deletedAt = () => {
    const at = props.problem instanceof ApiProblem ? props.problem.params["deletedAt"] : undefined;
    return typeof at === "string" ? at : undefined;
  };
  const address = () =>
    props.email ? `/register?email=${encodeURIComponent(props.email)}` : "/register";
  return (
    <p role="alert" class="flex items-start gap-2 rounded-2 bg-warn-soft px-3 py-2 text-warn">
      <Icon of={IconInfo} class="mt-0.5" />
      <span class="min-w-0">
        <Show when={deletedAt()}>{(at) => `${t().deletion.goneLast(f().moment(at()))} `}</Show>
        {t().identity.nowhere.body}{" "}
        <a href={address()} class="font-medium underline underline-offset-2">
          {t().identity.nowhere.create}
        </a>
      </span>
    </p>
  );
}
