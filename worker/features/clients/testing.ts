import { ClientInput, type ClientView } from "#domain/clients/model.ts";
import type { TestPerson } from "#worker/platform/testing.ts";
import { createClient } from "./create-client.ts";

/** Adds a client with these fields, as this person would. */
export function addClient(
  person: TestPerson,
  fields: Partial<ClientInput> & { company: string },
): Promise<ClientView> {
  return createClient(person.ctx("clients.write"), ClientInput.parse(fields));
}

/** The client without what depends on the reader and on time. */
export function contentOf(client: ClientView): Omit<ClientView, "can" | "updatedAt" | "version"> {
  const { can: _can, updatedAt: _at, version: _version, ...content } = client;
  return content;
}
