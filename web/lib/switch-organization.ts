import { api, forgetBookmark } from "./api.ts";
import { session } from "./session.ts";

/** Goes on in another organization of this person. Errors: `ApiProblem`. */
export async function switchOrganization(organizationId: string): Promise<void> {
  const grant = await api("post /auth/switch", { body: { organizationId }, quiet: true });
  forgetBookmark();
  session.enter(grant);
}
