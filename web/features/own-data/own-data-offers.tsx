import IconOwn from "~icons/lucide/building-2";
import IconPlus from "~icons/lucide/plus";
import { queryOptions, useQueryClient } from "@tanstack/solid-query";
import { For, Show } from "solid-js";
import { tableName } from "#domain/analytics/sql/quote.ts";
import { OWN_DATA } from "#domain/own-data/registry.ts";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { api, type ApiAnswer } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { useQuery } from "#web/lib/query.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Icon } from "#web/ui/icon.tsx";
import { useToasts } from "#web/ui/toast-store.ts";

type Offer = ApiAnswer<"get /own-data">["items"][number];

const ownDataQuery = queryOptions({
  queryKey: ["own-data"],
  queryFn: async ({ signal }) => (await api("get /own-data", { signal })).items,
});

/** The organization's own data that the reader may analyze and the workspace does not hold yet. */
export function OwnDataOffers(props: {
  workspaceId: string;
  sources: Sources;
  onAdded: (id: string) => void;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const say = useProblemText();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().workspaces.sources;
  const query = useQuery(() => ownDataQuery);
  const left = () =>
    (query.data ?? []).filter(
      ({ name }) =>
        !props.sources
          .all()
          .some((source) => source.kind === "organization" && source.details.name === name),
    );
  const submit = createSubmit(async (offer: Offer) => {
    const known = OWN_DATA.find(({ name }) => name === offer.name);
    if (known === undefined) return;
    const title = offer.title[language()];
    const { id } = await api("post /data-sources", {
      body: {
        kind: "organization",
        workspaceId: props.workspaceId,
        title,
        table: tableName(
          offer.name,
          props.sources.all().map(({ table }) => table),
        ),
        details: { name: known.name },
        columns: offer.columns.map(({ name, kind, label }) => ({
          name,
          kind,
          description: label[language()],
        })),
      },
    });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    toasts.show({ text: words().added(title), tone: "ok" });
    props.onAdded(id);
  });
  const add = async (offer: Offer) => {
    if (!(await submit.run(offer)) && submit.problem())
      toasts.show({ text: say(submit.problem()), tone: "bad" });
  };
  return (
    <Show when={props.sources.query.isSuccess && left().length > 0}>
      <section aria-labelledby={`own-${props.workspaceId}`}>
        <h2 id={`own-${props.workspaceId}`} class="mb-1 pl-1 text-small font-medium text-ink-2">
          {t().ownData.title}
        </h2>
        <ul>
          <For each={left()}>
            {(offer) => (
              <li>
                <button
                  type="button"
                  class="flex h-8 w-full items-center gap-2 rounded-2 px-2 text-left hover:bg-hover disabled:text-ink-off phone:h-11"
                  aria-label={words().addOne(offer.title[language()])}
                  disabled={submit.pending()}
                  onClick={() => void add(offer)}
                >
                  <Icon of={IconOwn} size={14} class="shrink-0 text-ink-3" />
                  <span class="min-w-0 flex-1 truncate">{offer.title[language()]}</span>
                  <Icon of={IconPlus} size={14} class="text-ink-3" />
                </button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
