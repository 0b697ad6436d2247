import { useQueryClient } from "@tanstack/solid-query";
import { createMemo, Show } from "solid-js";
import { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useLive, onLive } from "#web/lib/live.tsx";
import { isOnline } from "#web/lib/online.ts";
import { othersOnline, teamOnline } from "#web/lib/others-online.ts";
import { usePage } from "#web/lib/page.tsx";
import { session } from "#web/lib/session.ts";
import { BoardsPanel } from "./boards-panel.tsx";
import { FigureStrip, type Figure } from "./figure-strip.tsx";
import { OnlinePanel } from "./online-panel.tsx";
import { activeClientsQuery, boardsQuery, peopleQuery, tasksQuery } from "./queries.ts";
import { TasksPanel } from "./tasks-panel.tsx";
import { calendarDate } from "#web/lib/calendar-date.ts";
import { useQuery } from "#web/lib/query.ts";

const me = () => session.me()?.person;
const firstName = () => me()?.name.split(" ")[0] ?? "";

/** A figure of a read: undefined until it is there, null when it could not be read. */
function figureOf<T>(
  query: { isSuccess: boolean; isError: boolean; data: T | undefined },
  count: (data: T) => number,
): number | null | undefined {
  if (query.isSuccess) return count(query.data as T);
  return query.isError ? null : undefined;
}

/** Greeting, figures that open what they count, this person's tasks, who is here. */
export function Home() {
  const t = useTexts();
  const f = useFormat();
  const live = useLive();
  const queries = useQueryClient();
  const today = calendarDate();
  const may = {
    clients: session.can("clients.read"),
    boards: session.can("boards.read"),
    people: session.can("identity.read"),
  };
  const clients = useQuery(() => ({ ...activeClientsQuery(), enabled: may.clients }));
  const boards = useQuery(() => ({ ...boardsQuery(), enabled: may.boards }));
  const tasks = useQuery(() => ({ ...tasksQuery(me()?.id ?? ""), enabled: may.boards }));
  const people = useQuery(() => ({ ...peopleQuery(), enabled: may.people }));
  usePage(() => ({ title: t().home.title }));

  const refresh = (key: string) => () => void queries.invalidateQueries({ queryKey: [key] });
  onLive("clients", refresh("clients"));
  onLive("boards", refresh("boards"));
  onLive("members", refresh("members"));

  const here = () => isOnline() && live.status() === "open";
  const others = createMemo(() => othersOnline(live.people(), me()?.id));
  const present = () =>
    people.isSuccess ? teamOnline(live.people(), me()?.id, people.data.items) : 0;
  const late = () =>
    tasks.isSuccess ? tasks.data.items.filter((task) => (task.dueOn ?? today) < today).length : 0;

  const figures = (): Figure[] => [
    ...(may.clients
      ? [
          {
            label: t().home.clients,
            value: figureOf(clients, (data) => data.totals.count),
            note: t().home.clientsMore,
            href: "/clients?status=client",
          },
        ]
      : []),
    ...(may.boards
      ? [
          {
            label: t().home.cards,
            value: figureOf(tasks, (data) => data.items.length),
            more: tasks.isSuccess && tasks.data.nextCursor !== null,
            note: late() > 0 ? t().home.cardsLate(late()) : t().home.cardsNone,
            late: late() > 0,
            href: "/#tasks",
          },
          {
            label: t().home.boards,
            value: figureOf(boards, (data) => data.items.length),
            more: boards.isSuccess && boards.data.nextCursor !== null,
            note: t().home.boardsMore,
            href: "/boards",
          },
        ]
      : []),
    ...(may.people
      ? [
          {
            label: t().home.people,
            value: figureOf(people, (data) => data.items.length),
            note: here() ? t().home.peopleMore(present()) : "",
            href: "/settings/members",
          },
        ]
      : []),
  ];

  return (
    <div class="mx-auto flex w-full max-w-310 flex-col gap-5 px-6 py-5 phone:px-4 phone:py-2">
      <header class="flex flex-wrap items-baseline gap-x-3">
        <h1 class="text-title font-semibold">{t().home.hello(firstName())}</h1>
        <time
          datetime={today}
          class="text-ink-2 first-letter:uppercase phone:w-full phone:text-small"
        >
          {f().dayLong(today)}
        </time>
      </header>
      <FigureStrip label={t().home.figures} figures={figures()} />
      <div class="grid grid-cols-[minmax(0,1fr)_23.5rem] items-start gap-5 max-lg:grid-cols-1">
        <Show when={may.boards}>
          <TasksPanel query={tasks} late={late()} today={today} />
        </Show>
        <div class="flex flex-col gap-5">
          <Show when={may.boards}>
            <BoardsPanel query={boards} />
          </Show>
          <OnlinePanel
            people={here() ? others() : undefined}
            present={present()}
            all={people.isSuccess ? people.data.items.length : undefined}
          />
        </div>
      </div>
    </div>
  );
}
