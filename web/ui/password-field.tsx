import IconCaps from "~icons/lucide/arrow-big-up";
import IconEyeOff from "~icons/lucide/eye-off";
import IconEye from "~icons/lucide/eye";
import { useTexts } from "#web/lib/i18n.tsx";
import { createSignal, Show, splitProps } from "solid-js";
import { Icon } from "./icon.tsx";
import { IconButton } from "./icon-button.tsx";
import { TextField, type TextFieldProps } from "./text-field.tsx";

/** A secret: an eye shows it, Caps Lock is told while it is on. `autocomplete` must say current- or new-password. */
export function PasswordField(
  props: Omit<
    TextFieldProps,
    "type" | "verbatim" | "suffix" | "onKeyDown" | "onKeyUp" | "onBlur"
  > & {
    autocomplete: "current-password" | "new-password";
  },
) {
  const t = useTexts();
  const [shown, setShown] = createSignal(false);
  const [capsLock, setCapsLock] = createSignal(false);
  const [own, rest] = splitProps(props, ["class"]);
  const watch = (event: KeyboardEvent) => setCapsLock(event.getModifierState("CapsLock"));
  return (
    <div class={own.class}>
      <TextField
        {...rest}
        verbatim
        type={shown() ? "text" : "password"}
        spellcheck={false}
        autocapitalize="off"
        onKeyDown={watch}
        onKeyUp={watch}
        onBlur={() => setCapsLock(false)}
        suffix={
          <IconButton
            size="sm"
            quiet
            class="-mr-1.5"
            icon={shown() ? IconEyeOff : IconEye}
            label={shown() ? t().ui.password.hide : t().ui.password.show}
            onClick={() => setShown(!shown())}
          />
        }
      />
      <p role="status" class="text-small text-ink-2">
        <Show when={capsLock()}>
          <span class="mt-1.5 flex items-center gap-1.5">
            <Icon of={IconCaps} size={14} />
            {t().ui.password.capsLock}
          </span>
        </Show>
      </p>
    </div>
  );
}
