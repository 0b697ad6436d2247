import { createSignal } from "solid-js";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";
import { TextField } from "#web/ui/text-field.tsx";

/** A typed number in the manner of a language, with or without marks of thousands; null for what is none. */
export function typedNumber(text: string, language: "fr" | "en"): number | null {
  const bare = text.replaceAll(/[\s\u00A0\u202F]/g, "").replace("\u2212", "-");
  const plain =
    language === "fr" ? bare.replace(",", ".") : bare.replaceAll(/,(?=\d{3}(?:\D|$))/g, "");
  return /^[+-]?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A number that may be missing. What is none is said and changes nothing; the text stays the person's once they type. */
export function NumberField(props: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const t = useTexts();
  const { language } = useLocale();
  const begun = (): string => {
    const plain = props.value === undefined ? "" : String(props.value);
    return language() === "fr" ? plain.replace(".", ",") : plain;
  };
  const [typed, setTyped] = createSignal<string>();
  const text = () => typed() ?? begun();
  const bad = (): string | undefined =>
    text() !== "" && typedNumber(text(), language()) === null
      ? t().analytics.chart.edit.targetBad
      : undefined;
  return (
    <TextField
      label={props.label}
      value={text()}
      numeric
      inputMode="decimal"
      error={bad()}
      onInput={(value) => {
        setTyped(value);
        const read = typedNumber(value, language());
        if (value === "" || read !== null) props.onChange(read ?? undefined);
      }}
    />
  );
}
