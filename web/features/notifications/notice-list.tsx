import { useQueryClient } from "@tanstack/solid-query";
import { Show } from "solid-js";
import type { NotificationView } from "#domain/notifications/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { QueryView, type Shown } from "#web/lib/query-view.tsx";
import { useProblemText } from "#web/lib/problem-text.ts";
import { Button } from "#web/ui/button.tsx";
import { EachById } from "#web/ui/each-by-id.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { TextButton } from "#web/ui/text-button.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { NoticeRow } from "./notice-row.tsx";

interface Page {
  items: NotificationView[];
  unread: number;
}

/** The list of what this person was told of, as the bell has read it. */
type Notices = Shown<{ pages: Page[] }> & {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  fetchNextPage(): unknown;
};

/** What this person was told of, last first; opening one marks it. */
export function NoticeList(props: { query: Notices; onOpen: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const toasts = useToasts();
  const say = useProblemText();
  const mark = async (body: { upTo: string } | { ids: string[]; read: boolean }) => {
    try {
      await api("post /notifications/read", { body, quiet: true });
    } catch (error) {
      toasts.show({ text: say(error), tone: "bad" });
    }
    await queries.invalidateQueries({ queryKey: ["notifications"] });
  };
  const newest = () => props.query.data?.pages[0]?.items[0]?.id;
  const unread = () => props.query.data?.pages[0]?.unread ?? 0;
  return (
    <>
      <header class="flex h-10 items-center justify-between gap-2 border-b border-line px-3 phone:h-12">
        <h2 class="font-semibold">{t().notifications.title}</h2>
        <Show when={unread() > 0 && newest()}>
          {(upTo) => (
            <TextButton onClick={() => void mark({ upTo: upTo() })}>
              {t().notifications.readAll}
            </TextButton>
          )}
        </Show>
      </header>
      <div class="max-h-[min(28rem,70vh)] overflow-y-auto overscroll-contain">
        <QueryView query={props.query}>
          {(data) => (
            <Show
              when={data().pages.some(({ items }) => items.length > 0)}
              fallback={
                <EmptyState title={t().notifications.none} body={t().notifications.noneBody} />
              }
            >
              <ul class="divide-y divide-line">
                <EachById items={data().pages.flatMap(({ items }) => items)}>
                  {(notice) => (
                    <NoticeRow
                      notice={notice()}
                      onOpen={() => {
                        if (notice().readAt === null) void mark({ ids: [notice().id], read: true });
                        props.onOpen();
                      }}
                      onMark={(read) => void mark({ ids: [notice().id], read })}
                    />
                  )}
                </EachById>
              </ul>
            </Show>
          )}
        </QueryView>
        <Show when={props.query.hasNextPage}>
          <div class="border-t border-line p-2">
            <Button
              size="sm"
              loading={props.query.isFetchingNextPage}
              onClick={() => void props.query.fetchNextPage()}
            >
              {t().notifications.more}
            </Button>
          </div>
        </Show>
      </div>
    </>
  );
}
