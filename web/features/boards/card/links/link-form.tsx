import { queryOptions } from "@tanstack/solid-query";
import { createMemo, createSignal } from "solid-js";
import type { Card } from "#domain/boards/model.ts";
import { linkedCard, outsideKey, type Relation } from "#domain/boards/parts.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { isOnline } from "#web/lib/online.ts";
import { useQuery } from "#web/lib/query.ts";
import { ComboboxList } from "#web/ui/combobox-list.tsx";
import { findMatch } from "#web/ui/match.ts";
import { SegmentedControl } from "#web/ui/segmented-control.tsx";
import { CategoryIcon } from "#web/features/boards/board/category-icon.tsx";
import { useRoom } from "#web/features/boards/board/room.tsx";

const ORDER: readonly Relation[] = ["blocked_by", "blocks", "relates"];

/** Cards that are offered at once: more are found by typing. */
const OFFERED = 40;

/** Cards of all boards by words: what is found is linked from this side. */
const foundCardsQuery = (q: string) =>
  queryOptions({
    queryKey: ["tasks", "found", q],
    queryFn: ({ signal }) => api("get /tasks", { query: { q, state: "all", limit: 20 }, signal }),
  });

/** Chooses a relation and a card: of this board by its reference or words, of the others by words. */
export function LinkForm(props: {
  card: Card;
  onLink: (other: string, relation: Relation) => void;
}) {
  const t = useTexts();
  const room = useRoom();
  const [relation, setRelation] = createSignal<Relation>("blocked_by");
  const [typed, setTyped] = createSignal("");
  const found = createMemo(() => {
    const query = typed().trim();
    const all = room.live.columns().flatMap((column) =>
      room.live.cardIds(column.id).flatMap((id) => {
        const other = room.live.card(id);
        if (!other || id === props.card.id || props.card.links[id]) return [];
        const label = [room.reference(other), other.title].filter(Boolean).join(" ");
        if (query !== "" && !findMatch(label, query)) return [];
        return [{ value: id, label, mark: () => <CategoryIcon category={column.category} /> }];
      }),
    );
    return all.slice(0, OFFERED);
  });
  const isAsked = () => typed().trim().length > 1;
  const choose = (key: string) => {
    const { board, card } = linkedCard(key);
    const task = others.data?.items.find((one) => one.id === card && one.boardId === board);
    // What it is called is known from the search: nobody waits for the server to say it again.
    if (task) {
      const { boardTitle, reference, title, columnName, category } = task;
      const other = { boardTitle, reference, title, columnName, category, gone: false };
      room.outside.remember(task.boardId, task.id, other);
    }
    props.onLink(key, relation());
  };
  const others = useQuery(() => ({ ...foundCardsQuery(typed().trim()), enabled: isAsked() }));
  const outside = createMemo(() =>
    (isAsked() ? (others.data?.items ?? []) : []).flatMap((task) => {
      const key = outsideKey(task.boardId, task.id);
      if (task.boardId === room.record().id || props.card.links[key]) return [];
      const label = `${task.reference} ${task.title}`;
      const mark = () => <CategoryIcon category={task.category} />;
      return [{ value: key, label, mark, note: task.boardTitle }];
    }),
  );
  let form!: HTMLDivElement;
  /** A relation is chosen on the way to a card: typing goes on. */
  const input = () => form.querySelector<HTMLInputElement>("[role=combobox]");
  return (
    <div ref={form}>
      <div class="border-b border-line p-2">
        <SegmentedControl
          label={t().boardCard.links.relation}
          options={ORDER.map((value) => ({
            value,
            label: t().boards.relations[value],
          }))}
          value={relation()}
          onChange={setRelation}
          onPointed={() => setTimeout(() => input()?.focus())}
          size="sm"
          class="phone:overflow-x-auto"
        />
      </div>
      <ComboboxList
        label={t().boardCard.links.card}
        options={[...found(), ...outside()]}
        loading={isAsked() && others.isPending && isOnline()}
        chosen={[]}
        onSearch={setTyped}
        onToggle={choose}
      />
    </div>
  );
}
