/** A mail as the outbox of a development server shows it. */
interface ShownMail {
  kind: string;
  link: string;
}

/**
 * The token of the newest mail of a kind to an address, out of the outbox of a local server: how scripts do what a person
 * does with their mailbox. @throws when there is no such mail, or no outbox.
 */
export async function mailedToken(base: string, email: string, kind: string): Promise<string> {
  const answer = await fetch(`${base}/dev/outbox.json?to=${encodeURIComponent(email)}`);
  if (!answer.ok) throw new Error(`${base} shows no outbox: it is no development server`);
  const { items }: { items: ShownMail[] } = await answer.json();
  const token = items.find((mail) => mail.kind === kind)?.link.split("#")[1];
  if (!token) throw new Error(`No ${kind} was mailed to ${email}`);
  return token;
}
