import IconAlert from "~icons/lucide/octagon-alert";
import type { ProblemCode } from "#web/lib/api-problem.ts";
import { ApiProblem } from "#web/lib/api-problem.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Banner } from "#web/ui/banner.tsx";

/** What was written and is not taken by the server: why, and where it is meanwhile. */
export function StoppedNote(props: { code: ProblemCode }) {
  const t = useTexts();
  const say = useProblemText();
  return (
    <Banner
      tone="bad"
      icon={IconAlert}
      title={t().notes.stopped.title}
      class="mb-4 rounded-3 border border-line"
    >
      {`${say(new ApiProblem(props.code, 422))} ${t().notes.stopped.kept}`}
    </Banner>
  );
}
