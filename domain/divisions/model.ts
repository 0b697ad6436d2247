import { z } from "zod";
import { DivisionId, RoleName, UserId } from "#domain/identity/model.ts";

/** Somebody who belongs to a division. */
const DivisionMember = z.strictObject({
  userId: UserId,
  name: z.string(),
  /** Grants its keys in this division alone, beside the person's role in the whole organization; null for none. */
  role: RoleName.nullable(),
  /** Whether this reader may change that role, or take the person out of the division. */
  can: z.strictObject({ change: z.boolean() }),
});

/** A part of the organization, such as an agency or a trade. Its members stand in order of name. */
export const Division = z.strictObject({
  id: DivisionId,
  name: z.string(),
  members: z.array(DivisionMember),
  /** `edit`: rename and delete; `members`: bring people in, give roles here. */
  can: z.strictObject({ edit: z.boolean(), members: z.boolean() }),
  /** Roles that this reader may give here. */
  roles: z.array(RoleName),
});
export type Division = z.infer<typeof Division>;
