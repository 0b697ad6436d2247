import { createContext, onCleanup, onMount, useContext, type JSX } from "solid-js";
import { session } from "#web/lib/session.ts";
import type { LiveBoard } from "./sync/board-store.ts";
import { transferStore } from "./transfer/transfer-store.ts";
import type { Visits } from "./sync/visits.ts";

/** Gives a board that is ready to be changed from any page. Error: `unreachable`, `refused`. */
export type Visit = (board: string) => Promise<LiveBoard>;

const VisitContext = createContext<Visit>();

/** Lets pages that show no board change its cards. What boards are made of is fetched when one first does. */
export function BoardVisitProvider(props: { visit?: Visit; children: JSX.Element }) {
  let visits: Promise<Visits> | undefined;
  const visit: Visit = async (board) => {
    if (props.visit) return props.visit(board);
    visits ??= import("./sync/visits.ts").then(({ createVisits }) =>
      createVisits(session.me()?.person.id ?? ""),
    );
    return (await visits).visit(board);
  };
  // What a closed page left half done goes on here.
  onMount(() => {
    const userId = session.me()?.person.id ?? "";
    if (transferStore(userId).read().length === 0) return;
    void Promise.all([
      import("./transfer/transfers.ts"),
      import("./transfer/bring.ts"),
      import("./transfer/elsewhere.ts"),
    ]).then(([{ createTransfers }, { bring }, { linksOver, changeThere }]) =>
      createTransfers({
        visit,
        store: transferStore(userId),
        bring,
        links: linksOver,
        change: changeThere,
      }).resume(),
    );
  });
  onCleanup(() => void visits?.then((all) => all.close()));
  return <VisitContext.Provider value={visit}>{props.children}</VisitContext.Provider>;
}

/** The way to boards that this page doesn't show; outside of a BoardVisitProvider none can be reached. */
export function useVisit(): Visit {
  return useContext(VisitContext) ?? (() => Promise.reject(new Error("unreachable")));
}
