import { createContext, useContext } from "solid-js";
import type { ClientActions } from "./actions.ts";
import type { ClientList } from "./client-list.ts";
import type { Edits } from "./edits.ts";
import type { People } from "./people.ts";

/** What the parts of the page of clients share. */
export interface ClientsShared {
  list: ClientList;
  edits: Edits;
  people: People;
  actions: ClientActions;
}

export const ClientsContext = createContext<ClientsShared>();

/** The list, the edits, the people and the actions of the page around. */
export function useClients(): ClientsShared {
  const shared = useContext(ClientsContext);
  if (!shared) throw new Error("useClients needs the page of clients around it");
  return shared;
}
