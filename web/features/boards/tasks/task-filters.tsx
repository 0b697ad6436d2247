import { useSearchParams } from "@solidjs/router";
import { createMemo } from "solid-js";
import { PRIORITIES } from "#domain/boards/model.ts";
import type { TaskView } from "#domain/boards/view.ts";
import { AddressSearch } from "#web/lib/address-search.tsx";
import { useTexts } from "#web/lib/i18n.tsx";
import { Select } from "#web/ui/select.tsx";

/** Stands for no condition: a field shows nothing for an empty value. */
const ALL = "all";

/** Words, board and priority that the list is narrowed to, in the address. */
export function TaskFilters(props: { tasks: readonly TaskView[]; count: number }) {
  const t = useTexts();
  const [search, setSearch] = useSearchParams<{ q?: string; board?: string; priority?: string }>();
  const boards = createMemo(() => [
    { value: ALL, label: t().tasks.allBoards },
    ...[...new Map(props.tasks.map((task) => [task.boardId, task.boardTitle]))].map(
      ([value, label]) => ({ value, label }),
    ),
  ]);
  const priorities = () => [
    { value: ALL, label: t().tasks.allPriorities },
    ...PRIORITIES.toReversed().map((value) => ({
      value: value as string,
      label: t().boards.priorities[value],
    })),
  ];
  return (
    <div class="mb-4 flex flex-wrap items-center gap-2 phone:px-4">
      <AddressSearch words={search.q} label={t().tasks.search} class="w-56 phone:w-full" />
      <Select
        class="w-48 phone:flex-1"
        size="sm"
        label={t().tasks.board}
        labelHidden
        options={boards()}
        value={search.board ?? ALL}
        onChange={(board) =>
          setSearch({ board: board === ALL ? undefined : board }, { scroll: false })
        }
      />
      <Select
        class="w-44 phone:flex-1"
        size="sm"
        label={t().tasks.priority}
        labelHidden
        options={priorities()}
        value={search.priority ?? ALL}
        onChange={(priority) =>
          setSearch({ priority: priority === ALL ? undefined : priority }, { scroll: false })
        }
      />
      <span role="status" class="ml-auto text-small text-ink-3">
        {t().tasks.count(props.count)}
      </span>
    </div>
  );
}
