import { createMemo } from "solid-js";
import { createStore, produce, reconcile } from "solid-js/store";
import type { Role } from "#domain/members/model.ts";
import { beyond, isHeldByOwning } from "#domain/members/rules.ts";
import { PERMISSIONS, type Permission } from "#domain/permissions.ts";
import { api } from "#web/lib/api.ts";
import { session } from "#web/lib/session.ts";

/** What is wanted of each role, as far as it differs from what was there when the box was ticked. */
type Wanted = Record<string, Partial<Record<Permission, boolean>>>;

const granted = (role: Role, key: Permission) => role.permissions.includes(key);

/**
 * Rights that were ticked and not saved yet, over roles that others may change meanwhile: what they did to other boxes
 * stays, what they did to the same box is no change any more.
 */
export function createRightEdits(roles: () => readonly Role[]) {
  const [wanted, setWanted] = createStore<Wanted>({});
  const holds = (role: Role, key: Permission) => wanted[role.id]?.[key] ?? granted(role, key);
  const isChanged = (role: Role, key: Permission) => holds(role, key) !== granted(role, key);
  const keysOf = (role: Role) => PERMISSIONS.filter((key) => holds(role, key));
  const changed = createMemo(() =>
    roles()
      .map((role) => ({ role, keys: PERMISSIONS.filter((key) => isChanged(role, key)) }))
      .filter(({ keys }) => keys.length > 0),
  );
  return {
    holds,
    isChanged,
    /**
     * Whether this reader may give or take this right in this role: nobody reaches beyond their own, and what owning
     * needs stays with it.
     */
    isOpen: (role: Role, key: Permission) =>
      role.can.edit &&
      beyond({ permissions: session.me()?.permissions ?? [] }, [key]).length === 0 &&
      !isHeldByOwning(keysOf(role), key),
    count: () => changed().reduce((sum, { keys }) => sum + keys.length, 0),
    set(role: Role, key: Permission, on: boolean): void {
      setWanted(
        produce((all) => {
          const own = (all[role.id] ??= {});
          own[key] = on;
          if (key === "identity.own" && on)
            for (const needed of PERMISSIONS)
              if (isHeldByOwning(["identity.own"], needed)) own[needed] = true;
        }),
      );
    },
    discard: () => setWanted(reconcile({})),
    /** Saves role by role. What was saved before a refusal stays saved. Errors: `ApiProblem`. */
    async save(): Promise<void> {
      for (const { role } of changed()) {
        const body = { permissions: keysOf(role) };
        await api("patch /roles/{id}", { params: { id: role.id }, body });
      }
    },
  };
}

/** Edits of the matrix, as its layouts share them. */
export type RightEdits = ReturnType<typeof createRightEdits>;
