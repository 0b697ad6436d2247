import IconChange from "~icons/lucide/arrow-right-left";
import IconRestore from "~icons/lucide/undo-2";
import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { ApiAnswer } from "#web/lib/api.ts";
import type { ClientFields, ClientView } from "#domain/clients/model.ts";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useInfiniteQuery } from "#web/lib/query.ts";
import { Avatar } from "#web/ui/avatar.tsx";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { IconButton } from "#web/ui/icon-button.tsx";
import { SkeletonRows } from "#web/ui/skeleton.tsx";
import { useClients } from "./context.ts";
import { useFieldText } from "./field-text.ts";
import { historyQuery } from "./history-query.ts";

type Item = ApiAnswer<"get /clients/{id}/history">["items"][number];

/** Who changed what and when, with the values before and after; an old value can be put back. */
export function History(props: { client: ClientView }) {
  const t = useTexts();
  const history = useInfiniteQuery(() => historyQuery(props.client.id));
  const items = createMemo(() =>
    history.isSuccess ? history.data.pages.flatMap((page) => page.items) : [],
  );
  return (
    <Show when={!history.isPending} fallback={<SkeletonRows rows={3} />}>
      <ol class="flex flex-col gap-4">
        <Show
          when={items().length > 0}
          fallback={<li class="text-ink-3">{t().clients.history.empty}</li>}
        >
          <EachById items={items()}>
            {(item) => <HistoryItem item={item()} client={props.client} />}
          </EachById>
        </Show>
      </ol>
      <Show when={history.hasNextPage}>
        <Button
          size="sm"
          class="mt-4"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t().clients.history.more}
        </Button>
      </Show>
    </Show>
  );
}

function HistoryItem(props: { item: Item; client: ClientView }) {
  const t = useTexts();
  const f = useFormat();
  const { people } = useClients();
  const who = () => people.find(props.item.actorId);
  const words = () => t().clients.history;
  return (
    <li class="flex items-start gap-2.5">
      <Avatar person={who()} self={who().self} decorative />
      <div class="min-w-0 flex-1">
        <Switch
          fallback={
            <>
              <span class="font-medium">{who().name}</span>
              <ul class="mt-0.5 flex flex-col gap-0.5">
                <For each={props.item.changes}>
                  {(change) => <Change change={change} client={props.client} />}
                </For>
              </ul>
            </>
          }
        >
          <Match when={props.item.action === "client.created"}>{words().created(who().name)}</Match>
          <Match when={props.item.action === "client.deleted"}>{words().deleted(who().name)}</Match>
          <Match when={props.item.action === "client.restored"}>
            {words().restored(who().name)}
          </Match>
        </Switch>
      </div>
      <time datetime={props.item.at} class="num shrink-0 text-small text-ink-3">
        {f().moment(props.item.at)}
      </time>
    </li>
  );
}

function Change(props: { change: Item["changes"][number]; client: ClientView }) {
  const t = useTexts();
  const { people, actions } = useClients();
  const say = useFieldText(people);
  const field = () => props.change.field as keyof ClientFields;
  const name = () => t().clients.fields[field()];
  const words = () => t().clients.history;
  const restorable = () =>
    props.client.can.write && props.client[field()] !== props.change.before && name() !== undefined;
  return (
    <li class="group flex min-h-5 items-start gap-1.5 text-small text-ink-2">
      <Icon of={IconChange} size={12} class="mt-0.5 shrink-0 text-ink-3" />
      <span class="min-w-0 flex-1 break-words">
        <Show when={field() !== "notes"} fallback={words().notesChanged}>
          <span class="text-ink-3">{name() ?? props.change.field} </span>
          <del class="text-ink-3">{say(field(), props.change.before)}</del>{" "}
          <span aria-hidden="true">→</span>
          <span class="sr-only">{words().to}</span>{" "}
          <ins class="font-medium text-ink no-underline">{say(field(), props.change.after)}</ins>
        </Show>
      </span>
      <Show when={restorable()}>
        <IconButton
          icon={IconRestore}
          size="sm"
          quiet
          label={words().restoreLabel(name())}
          class="-my-0.5 opacity-0 focus-visible:opacity-100 group-hover:opacity-100 coarse:opacity-100"
          onClick={() => actions.save(props.client, { [field()]: props.change.before })}
        />
      </Show>
    </li>
  );
}
