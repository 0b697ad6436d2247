import { useQueryClient } from "@tanstack/solid-query";
import { createSignal, Show } from "solid-js";
import type { Grant } from "#domain/support/model.ts";
import { RowList, SettingsSection } from "#web/features/identity/settings-section.tsx";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { onLive } from "#web/lib/live.tsx";
import { QueryView } from "#web/lib/query-view.tsx";
import { useQuery } from "#web/lib/query.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { useEndAccess } from "./end-access.ts";
import { OpenAccess } from "./open-access.tsx";
import { grantsQuery } from "./queries.ts";

/** Accesses of Aetheria's support: the one that stands, the last ones, and a new one. */
export function SupportSection() {
  const t = useTexts();
  const queries = useQueryClient();
  const grants = useQuery(grantsQuery);
  const words = () => t().support;
  const [opening, setOpening] = createSignal(false);
  onLive("members", (event) => {
    if (event.entity === "support_grant") void queries.invalidateQueries({ queryKey: ["support"] });
  });
  return (
    <SettingsSection
      level={2}
      title={words().title}
      lead={words().lead}
      action={<Button onClick={() => setOpening(true)}>{words().open}</Button>}
    >
      <QueryView query={grants}>
        {(data) => (
          <Show when={data().items.length > 0}>
            <RowList label={words().title}>
              <EachById items={data().items}>{(grant) => <GrantRow grant={grant()} />}</EachById>
            </RowList>
          </Show>
        )}
      </QueryView>
      <Show when={opening()}>
        <OpenAccess onClose={() => setOpening(false)} />
      </Show>
    </SettingsSection>
  );
}

function GrantRow(props: { grant: Grant }) {
  const t = useTexts();
  const f = useFormat();
  const end = useEndAccess();
  const words = () => t().support;
  const stands = () =>
    props.grant.endedAt === null && Date.parse(props.grant.expiresAt) > Date.now();
  const state = () => {
    if (stands()) return words().standing(f().moment(props.grant.expiresAt));
    return props.grant.endedBy ? words().endedBy(props.grant.endedBy) : words().over;
  };
  const used = () => {
    const { usedAt, usedBy } = props.grant;
    return usedAt && usedBy ? words().used(usedBy, f().moment(usedAt)) : words().unused;
  };
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div class="min-w-0 flex-1 phone:basis-full">
        <p class="font-medium [overflow-wrap:anywhere]">{props.grant.reason}</p>
        <p class="text-small text-ink-2">
          {state()} · {words().rights(props.grant.permissions.length)} ·{" "}
          {words().by(props.grant.grantedBy, f().moment(props.grant.grantedAt))}
        </p>
        <p class="text-small text-ink-3">{used()}</p>
      </div>
      <Show when={stands()}>
        <Button loading={end.pending()} onClick={() => end.run(props.grant.id)}>
          {words().end}
        </Button>
      </Show>
    </li>
  );
}
