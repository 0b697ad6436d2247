import type { Page } from "playwright-core";

/** Collects, from the next navigation on, whatever a page does that its content security policy stops. */
export async function policyFaults(page: Page): Promise<string[]> {
  const faults: string[] = [];
  await page.exposeFunction("policyFault", (text: string) => void faults.push(text));
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      const told = globalThis as unknown as { policyFault: (text: string) => void };
      told.policyFault(`${event.effectiveDirective} on ${location.pathname}: ${event.sourceFile}`);
    });
  });
  return faults;
}
