import { A } from "@solidjs/router";
import { useTexts } from "#web/lib/i18n.tsx";
import { useQuery } from "#web/lib/query.ts";
import { buttonClass } from "#web/ui/button.tsx";
import { boardListQuery } from "#web/features/boards/queries.ts";

/** The card of another board as which one went on. */
export interface Went {
  board: string;
  card: string;
}

/** Says on which board a card goes on. */
export function useWent(): (went: Went) => string {
  const t = useTexts();
  const boards = useQuery(() => boardListQuery());
  return ({ board }) => {
    const title = boards.data?.items.find(({ id }) => id === board)?.title;
    const words = t().boardCard.archive;
    return title === undefined ? words.wentAway : words.wentTo(title);
  };
}

/** Leads to the card that went on on another board. */
export function WentLink(props: { went: Went; primary?: boolean; title?: string }) {
  const t = useTexts();
  const label = () => t().boardCard.archive.wentOpen;
  return (
    <A
      href={`/boards/${props.went.board}?card=${props.went.card}`}
      class={buttonClass(props.primary ? "primary" : "secondary", props.primary ? "md" : "sm")}
      aria-label={props.title === undefined ? undefined : `${label()}: ${props.title}`}
    >
      {label()}
    </A>
  );
}
