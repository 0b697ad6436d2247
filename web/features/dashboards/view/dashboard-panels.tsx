import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { CommentsPanel } from "#web/features/dashboards/comments/comments-panel.tsx";
import type { Comments } from "#web/features/dashboards/comments/queries.ts";
import { SharePanel } from "#web/features/dashboards/share/share-panel.tsx";
import { VersionsPanel } from "#web/features/dashboards/versions/versions-panel.tsx";

export type Panel = "share" | "talk" | "history";

/**
 * What opens beside the dashboard. It stands apart from the buttons that open it: they are others on a phone, and turning one must not
 * lose what was typed.
 */
export function DashboardPanels(props: {
  comments: Comments;
  open: Panel | undefined;
  onClose: () => void;
}) {
  // A link from the bell or a mail names the comment that it leads to.
  const [search, setSearch] = useSearchParams<{ comment?: string }>();
  const stopTalking = () => {
    if (props.open === "talk") props.onClose();
    if (search.comment !== undefined)
      setSearch({ comment: undefined }, { replace: true, scroll: false });
  };
  return (
    <>
      <Show when={props.open === "talk" || search.comment !== undefined}>
        <CommentsPanel comments={props.comments} wanted={search.comment} onClose={stopTalking} />
      </Show>
      <Show when={props.open === "share"}>
        <SharePanel onClose={() => props.onClose()} />
      </Show>
      <Show when={props.open === "history"}>
        <VersionsPanel onClose={() => props.onClose()} />
      </Show>
    </>
  );
}
