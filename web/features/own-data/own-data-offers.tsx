import IconOwn from "~icons/lucide/building-2";
import { queryOptions, useQueryClient } from "@tanstack/solid-query";
import { tableName } from "#domain/analytics/sql/quote.ts";
import type { OwnDataName } from "#domain/own-data/registry.ts";
import { Offers } from "#web/features/sources/offers.tsx";
import type { Sources } from "#web/features/sources/use-sources.ts";
import { api, type ApiAnswer } from "#web/lib/api.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";

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
  const queries = useQueryClient();
  const query = useQuery(() => ownDataQuery);
  const left = () =>
    (query.data ?? []).filter(
      ({ name }) =>
        !props.sources
          .all()
          .some((source) => source.kind === "organization" && source.details.name === name),
    );
  const add = async (offer: Offer) => {
    const { id } = await api("post /data-sources", {
      body: {
        kind: "organization",
        workspaceId: props.workspaceId,
        title: offer.title[language()],
        table: tableName(
          offer.name,
          props.sources.all().map(({ table }) => table),
        ),
        details: { name: offer.name as OwnDataName },
        columns: offer.columns.map(({ name, kind, label }) => ({
          name,
          kind,
          description: label[language()],
        })),
      },
    });
    await queries.invalidateQueries({ queryKey: ["sources"] });
    return id;
  };
  return (
    <Offers
      title={t().ownData.title}
      icon={IconOwn}
      sources={props.sources}
      items={left()}
      nameOf={({ title }) => title[language()]}
      add={add}
      onAdded={props.onAdded}
    />
  );
}
