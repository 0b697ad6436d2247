import type { Page } from "playwright-core";
import { base } from "./journey.ts";

/** Opens the newest mail to an address in the outbox page and follows its link, as a person does in their mailbox. */
export async function followMail(page: Page, email: string, subject: RegExp): Promise<void> {
  await page.goto(`${base()}/dev/outbox?to=${encodeURIComponent(email)}`);
  const mail = page.locator("section", { hasText: subject }).first();
  await mail.locator("pre a").click();
  await page.getByRole("main").getByRole("button").first().waitFor();
}
