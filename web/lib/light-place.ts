/** All rules that hold now, also those of layers and of what this browser supports. */
function* rulesOf(rules: CSSRuleList): Generator<CSSStyleRule> {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) yield rule;
    else if (rule instanceof CSSMediaRule) continue;
    else if (rule instanceof CSSSupportsRule && !CSS.supports(rule.conditionText)) continue;
    else if (rule instanceof CSSGroupingRule) yield* rulesOf(rule.cssRules);
  }
}

const isRoot = ({ selectorText }: CSSStyleRule): boolean =>
  selectorText.split(",").some((one) => one.trim() === ":root");

/**
 * Makes an element and what it holds light whatever the theme of the page, for paper and mails. `color-scheme` alone does not: the colours
 * are resolved at the root where the build writes `light-dark()` as variables, so they are declared anew here.
 */
export function keepLight(element: HTMLElement): void {
  const { style } = element;
  style.colorScheme = "light";
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet.cssRules)) {
      if (!isRoot(rule)) continue;
      for (const name of rule.style)
        if (name.startsWith("--color-")) style.setProperty(name, rule.style.getPropertyValue(name));
    }
  }
  style.setProperty("--lightningcss-light", "initial");
  style.setProperty("--lightningcss-dark", " ");
}
