import { createContext, onCleanup, useContext, type JSX } from "solid-js";
import type { ClientFields, ClientView } from "#domain/clients/model.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { brokenRules, useProblemText } from "#web/lib/problem-text.ts";
import { useToasts } from "#web/ui/toast-store.ts";
import type { Edits } from "./edits.ts";
import { createKeptEdits } from "./kept-edits.ts";

type OnServer = (record: ClientView) => void;

const EditsContext = createContext<(onServer: OnServer) => Edits>();

/** Keeps this person's changes of clients on their way, and their conflicts in sight, whatever page is open. */
export function ClientEditsProvider(props: { children: JSX.Element }) {
  const t = useTexts();
  const say = useProblemText();
  const toasts = useToasts();
  let listening: OnServer | undefined;
  const edits = createKeptEdits({
    onServer: (record) => listening?.(record),
    onRefused(edit, error) {
      const field = Object.keys(edit.changes)[0] as keyof ClientFields;
      const rule = brokenRules(error)[`changes.${field}`];
      const words = t().clients.create;
      const why = rule ? (field === "email" ? words.email : words.invalid) : say(error);
      edits.refusals.keepTexts(edit.base.id, edit.changes, why);
      toasts.show({ text: t().clients.refused(t().clients.fields[field], why), tone: "bad" });
    },
  });
  const use = (onServer: OnServer) => {
    listening = onServer;
    onCleanup(() => {
      if (listening === onServer) listening = undefined;
    });
    return edits;
  };
  return <EditsContext.Provider value={use}>{props.children}</EditsContext.Provider>;
}

/** The edits of this person; `onServer` hears of each client as the server has it by now, while its owner lives. */
export function useClientEdits(onServer: OnServer): Edits {
  const use = useContext(EditsContext);
  if (!use) throw new Error("useClientEdits needs a ClientEditsProvider above");
  return use(onServer);
}
