import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Published } from "#domain/dashboards/share/model.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { publishedQuery } from "./queries.ts";

const rows = (published: Published) =>
  published.widgets.reduce((sum, widget) => sum + widget.rows, 0);

/** What is published of the dashboard: as of when, by whom, how much; how to publish, and how to take it back. */
export function FiguresSection(props: { published: Published | null }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const people = createPeople();
  const { dashboard } = useDashboard();
  const [asks, setAsks] = createSignal(false);
  const words = () => t().dashboardShare.figures;
  const withdraw = async () => {
    const { id } = dashboard();
    try {
      await api("delete /dashboards/{id}/figures", { params: { id } });
      queries.setQueryData(publishedQuery(id).queryKey, { published: null });
      toasts.show({ text: words().withdrawn, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
  };
  return (
    <section aria-label={words().title}>
      <h3 class="font-semibold">{words().title}</h3>
      <Show when={props.published} fallback={<p class="mt-1 text-ink-2">{words().none}</p>}>
        {(published) => (
          <>
            <p class="mt-1 text-ink-2">
              {words().of(f().dateTime(published().computedAt))}{" "}
              {words().size(
                published().widgets.length,
                f().number(rows(published())),
                f().bytes(published().bytes),
              )}
            </p>
            <p class="text-small text-ink-3">
              {words().by(people.find(published().publishedBy).name)}{" "}
              {published().keepCurrent ? words().kept : words().fixed}
            </p>
          </>
        )}
      </Show>
      <Show when={dashboard().can.share}>
        <div class="mt-3 flex flex-wrap gap-2">
          <Button
            kind={props.published ? "secondary" : "primary"}
            size="sm"
            onClick={() => setAsks(true)}
          >
            {props.published ? words().again : words().publish}
          </Button>
          <Show when={props.published}>
            <Button kind="ghost" size="sm" onClick={() => void withdraw()}>
              {words().withdraw}
            </Button>
          </Show>
        </div>
      </Show>
      <Show when={asks()}>
        <PublishDialog before={props.published} onClose={() => setAsks(false)} />
      </Show>
    </section>
  );
}
