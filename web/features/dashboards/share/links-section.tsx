import IconLink from "~icons/lucide/link";
import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { LinkView } from "#domain/dashboards/share/model.ts";
import { useDashboard } from "#web/features/dashboards/context.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { api } from "#web/lib/api.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Select } from "#web/ui/select.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { LinkRow } from "./link-row.tsx";
import { linksQuery } from "./queries.ts";

const DAYS = ["1", "7", "30", "90", "none"] as const;

/** Public links to the published figures: made for some days, listed with how often they were opened, copied, taken back. */
export function LinksSection(props: { published: boolean }) {
  const t = useTexts();
  const f = useFormat();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const { dashboard } = useDashboard();
  const [days, setDays] = createSignal<(typeof DAYS)[number]>("30");
  const words = () => t().dashboardShare.links;
  const key = () => linksQuery(dashboard().id).queryKey;
  const found = useQuery(() => linksQuery(dashboard().id));
  const create = createSubmit(async () => {
    const { id } = dashboard();
    const chosen = days();
    const body = { days: chosen === "none" ? null : (Number(chosen) as 1 | 7 | 30 | 90) };
    const made = await api("post /dashboards/{id}/links", { params: { id }, body });
    queries.setQueryData(key(), (known) => [made, ...(known ?? [])]);
  });
  const changed = (link: LinkView) =>
    void queries.setQueryData(key(), (known) =>
      known?.map((one) => (one.id === link.id ? link : one)),
    );
  const revoke = async (link: LinkView) => {
    try {
      await api("delete /dashboard-links/{id}", { params: { id: link.id } });
      queries.setQueryData(key(), (known) => known?.filter(({ id }) => id !== link.id));
      toasts.show({ text: words().revoked, tone: "ok" });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
  };
  return (
    <section aria-label={words().title}>
      <h3 class="font-semibold">{words().title}</h3>
      <p class="mt-1 text-ink-2">{words().lead}</p>
      <QueryView query={found}>
        {(links) => (
          <ul class="mt-2 divide-y divide-line">
            <EachById items={links()}>
              {(link) => (
                <LinkRow link={link()} onChanged={changed} onRevoke={() => void revoke(link())} />
              )}
            </EachById>
          </ul>
        )}
      </QueryView>
      <FormProblem problem={create.problem()} />
      <form
        novalidate
        class="mt-3 flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void create.run();
        }}
      >
        <Select
          class="w-44"
          size="sm"
          label={words().days}
          value={days()}
          options={DAYS.map((value) => ({
            value,
            label:
              value === "none"
                ? words().endless
                : words().for(Number(value), f().number(Number(value))),
          }))}
          onChange={setDays}
        />
        <Button
          type="submit"
          size="sm"
          icon={IconLink}
          disabled={!props.published}
          loading={create.pending()}
        >
          {words().create}
        </Button>
      </form>
      <Show when={!props.published}>
        <p class="mt-1.5 text-small text-ink-3">{words().first}</p>
      </Show>
    </section>
  );
}
