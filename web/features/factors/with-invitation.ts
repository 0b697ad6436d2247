import { ApiProblem } from "#web/lib/api-problem.ts";

/**
 * Signs in and accepts an invitation in one request. Whoever is a member already is signed in without it: what was refused used
 * nothing up.
 */
export async function withInvitation<T>(
  invitation: string | undefined,
  send: (part: { invitation?: string }) => Promise<T>,
): Promise<T> {
  if (!invitation) return send({});
  try {
    return await send({ invitation });
  } catch (error) {
    const member = error instanceof ApiProblem && error.code === "identity.already_member";
    if (!member) throw error;
    return send({});
  }
}
