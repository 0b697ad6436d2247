import { useTexts } from "#web/lib/i18n.tsx";
import { Kbd } from "#web/ui/kbd.tsx";

/** What the keys do, at the foot of the palette. */
export function PaletteFoot() {
  const t = useTexts();
  return (
    <div
      aria-hidden="true"
      class="flex h-8 shrink-0 items-center gap-4 border-t border-line px-4 text-small text-ink-2 phone:hidden"
    >
      <span class="flex items-center gap-1.5">
        <Kbd keys={["↑", "↓"]} /> {t().ui.palette.move}
      </span>
      <span class="flex items-center gap-1.5">
        <Kbd keys="↵" /> {t().ui.palette.open}
      </span>
      <span class="mr-auto flex items-center gap-1.5">
        <Kbd keys="⇥" /> {t().ui.palette.actions}
      </span>
      <span class="flex items-center gap-1.5">
        <Kbd keys=">" /> {t().ui.palette.commands}
      </span>
      <span class="flex items-center gap-1.5">
        <Kbd keys="@" /> {t().ui.palette.people}
      </span>
    </div>
  );
}
