import { createUniqueId, splitProps, type ComponentProps, type JSX } from "solid-js";
import { useTexts } from "#web/lib/i18n.tsx";
import { Button, type ButtonKind } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

type FormDialogProps = Omit<ComponentProps<typeof Dialog>, "open" | "onOpenChange" | "actions"> & {
  /** Open unless it says otherwise. */
  open?: boolean;
  onClose: () => void;
  /** Called by the button and by Enter, once at a time and only when `ready`. */
  onSubmit: (form: HTMLFormElement) => void;
  /** What the button says that submits: verb first. */
  submit: string;
  kind?: ButtonKind;
  pending?: boolean;
  /** Whether what was filled in can be submitted. */
  ready?: boolean;
  /** Of the form, instead of one column. */
  class?: string;
  children: JSX.Element;
};

/** A dialog with one form: its fields are the children, "Cancel" and what submits it stand at its foot. */
export function FormDialog(props: FormDialogProps) {
  const t = useTexts();
  const id = createUniqueId();
  const [own, rest] = splitProps(props, [
    "open",
    "onClose",
    "onSubmit",
    "submit",
    "kind",
    "pending",
    "ready",
    "class",
    "children",
  ]);
  return (
    <Dialog
      {...rest}
      open={own.open ?? true}
      onOpenChange={(open) => !open && own.onClose()}
      actions={
        <>
          <Button onClick={() => own.onClose()}>{t().ui.cancel}</Button>
          <Button
            kind={own.kind ?? "primary"}
            type="submit"
            form={id}
            loading={own.pending}
            disabled={own.ready === false}
          >
            {own.submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        novalidate
        class={own.class ?? "flex flex-col gap-4"}
        onSubmit={(event) => {
          event.preventDefault();
          if (own.ready !== false && !own.pending) own.onSubmit(event.currentTarget);
        }}
      >
        {own.children}
      </form>
    </Dialog>
  );
}
