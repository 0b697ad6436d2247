import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { ScheduleView } from "#domain/dashboards/schedule/model.ts";
import { LANGUAGES, type Language } from "#domain/i18n/texts.ts";
import { createPeople } from "#web/features/clients/people.ts";
import { FormProblem } from "#web/features/identity/form-problem.tsx";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { createSubmit } from "#web/lib/submit.ts";
import { Button } from "#web/ui/button.tsx";
import { Checkbox } from "#web/ui/checkbox.tsx";
import { Combobox } from "#web/ui/combobox.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Select } from "#web/ui/select.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { draftOf, inputOf, addressesOf, wrongAddress } from "./draft.ts";
import { hourName, weekdays } from "./timing-words.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);
const EVERY = ["day", "week", "month"] as const;

/** When mails of a dashboard are sent, and to whom. `outside`: whether the person may write to people without an account. */
export function ScheduleForm(props: {
  schedule: ScheduleView | undefined;
  outside: boolean;
  onSave: (input: ReturnType<typeof inputOf>) => Promise<unknown>;
  onClose: () => void;
}) {
  const t = useTexts();
  const { locale, language } = useLocale();
  const people = createPeople();
  // What is edited is what it was when the form opened.
  // oxlint-disable-next-line solid/reactivity
  const [draft, setDraft] = createStore(draftOf(props.schedule, language()));
  const [tried, setTried] = createSignal(false);
  const words = () => t().dashboardSchedule;
  const zones = Intl.supportedValuesOf("timeZone");
  const wrong = () => {
    const email = wrongAddress(draft);
    return email === undefined ? undefined : words().badEmail(email);
  };
  const noDay = () => draft.every === "week" && draft.days.length === 0;
  const nobody = () => draft.memberIds.length === 0 && addressesOf(draft).length === 0;
  const submit = createSubmit(async () => {
    await props.onSave(inputOf({ ...draft }, props.schedule));
    props.onClose();
  });
  const save = () => {
    setTried(true);
    if (!wrong() && !noDay() && !nobody()) void submit.run();
  };
  const toggle = (day: number, on: boolean) =>
    setDraft("days", (days) => (on ? [...days, day] : days.filter((one) => one !== day)));
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.schedule ? words().editTitle : words().newTitle}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t().ui.cancel}</Button>
          <Button kind="primary" loading={submit.pending()} onClick={save}>
            {words().save}
          </Button>
        </>
      }
    >
      <form
        novalidate
        class="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <FormProblem problem={submit.problem()} />
        <div class="grid grid-cols-2 gap-3 phone:grid-cols-1">
          <Select
            label={words().every}
            value={draft.every}
            options={EVERY.map((value) => ({ value, label: words().frequencies[value] }))}
            onChange={(every) => setDraft("every", every)}
          />
          <Select
            label={words().hour}
            value={String(draft.hour)}
            options={HOURS.map((hour) => ({
              value: String(hour),
              label: hourName(locale(), hour),
            }))}
            onChange={(hour) => setDraft("hour", Number(hour))}
          />
        </div>
        <Show when={draft.every === "week"}>
          <fieldset>
            <legend class="font-medium">{words().days}</legend>
            <div class="mt-1.5 flex flex-wrap gap-x-4 gap-y-2">
              <For each={weekdays(locale(), "long")}>
                {(name, at) => (
                  <Checkbox
                    label={name}
                    checked={draft.days.includes(at() + 1)}
                    onChange={(on) => toggle(at() + 1, on)}
                  />
                )}
              </For>
            </div>
            <Show when={tried() && noDay()}>
              <p role="alert" class="mt-1 text-small text-bad">
                {words().noDay}
              </p>
            </Show>
          </fieldset>
        </Show>
        <Show when={draft.every === "month"}>
          <Select
            label={words().day}
            hint={words().dayHint}
            value={String(draft.day)}
            options={DAYS.map((day) => ({ value: String(day), label: String(day) }))}
            onChange={(day) => setDraft("day", Number(day))}
          />
        </Show>
        <Combobox
          label={words().timeZone}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }))}
          value={draft.timeZone}
          onChange={(zone) => zone && setDraft("timeZone", zone)}
        />
        <Combobox
          multiple
          label={words().members}
          hint={words().membersHint}
          error={tried() && nobody() ? words().nobody : undefined}
          options={people.all().map(({ id, name }) => ({ value: id, label: name }))}
          value={draft.memberIds}
          onChange={(memberIds) => setDraft("memberIds", memberIds)}
        />
        <TextArea
          label={words().outsiders}
          hint={props.outside ? words().outsidersHint : words().outsidersClosed}
          error={tried() ? wrong() : undefined}
          disabled={!props.outside}
          autocomplete="off"
          value={draft.outsiders}
          onInput={(outsiders) => setDraft("outsiders", outsiders)}
        />
        <Show when={draft.outsiders.trim() !== ""}>
          <Select<Language>
            label={words().language}
            value={draft.language}
            options={LANGUAGES.map((value) => ({ value, label: words().languages[value] }))}
            onChange={(chosen) => setDraft("language", chosen)}
          />
        </Show>
      </form>
    </Dialog>
  );
}
