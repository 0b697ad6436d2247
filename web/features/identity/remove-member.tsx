import { useQueryClient } from "@tanstack/solid-query";
import type { Member } from "#domain/members/model.ts";
import { api } from "#web/lib/api.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { session } from "#web/lib/session.ts";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useToasts } from "#web/ui/toast-store.ts";
import { FormProblem } from "./form-problem.tsx";

/** Asks before an access ends: it can't be undone without a new invitation. */
export function RemoveMember(props: { member: Member; self: boolean; onClose: () => void }) {
  const t = useTexts();
  const toasts = useToasts();
  const queries = useQueryClient();
  const words = () => t().identity.members;

  const submit = createSubmit(async () => {
    const { userId, name } = props.member;
    await api("delete /members/{userId}", { params: { userId } });
    if (props.self) return session.restore();
    toasts.show({ text: words().removed(name), tone: "ok" });
    await queries.invalidateQueries({ queryKey: ["members"] });
  });
  const confirm = async () => {
    if (await submit.run()) props.onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      width="sm"
      title={
        props.self
          ? words().leaveTitle(session.me()?.organization.name ?? "")
          : words().removeTitle(props.member.name)
      }
      description={props.self ? words().leaveBody : words().removeBody}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="danger" loading={submit.pending()} onClick={() => void confirm()}>
            {props.self ? words().confirmLeave : words().confirmRemove}
          </Button>
        </>
      }
    >
      <FormProblem problem={submit.problem()} />
    </Dialog>
  );
}
