import { placeName } from "#domain/identity/place.ts";
import { useLocale, useTexts } from "#web/lib/i18n.tsx";

/** `const place = usePlaceName(); place("DE")` – a place in the person's language, following it. */
export function usePlaceName(): (place: string | null) => string {
  const t = useTexts();
  const { language } = useLocale();
  return (place) => placeName(language(), place, t().identity.places);
}
