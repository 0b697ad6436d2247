import { PERMISSIONS, type Permission } from "#domain/permissions.ts";
import { useTexts } from "#web/lib/i18n.tsx";

/** Every permission key under its feature, in the order in which features declare them. */
export const RIGHT_GROUPS: readonly (readonly [feature: string, keys: readonly Permission[]])[] = [
  ...Map.groupBy(PERMISSIONS, (key) => key.split(".")[0] ?? ""),
];

/** `const featureName = useFeatureName(); featureName("boards")` – what people call a feature's rights. */
export function useFeatureName(): (feature: string) => string {
  const t = useTexts();
  return (feature) => {
    const names: Readonly<Record<string, string>> = t().identity.roles.features;
    return names[feature] ?? feature;
  };
}
