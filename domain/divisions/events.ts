import { defineEvents } from "#domain/events.ts";

/** A division as audit and live pages tell it. */
interface DivisionRecord {
  id: string;
  name: string;
}

/** What a person is in a division, as audit and live pages tell it. Its id is the person's. */
interface PlaceRecord {
  id: string;
  name: string;
  divisionId: string;
  division: string;
  roleId: string | null;
}

export const divisionEvent = defineEvents<DivisionRecord, "created" | "renamed" | "deleted">({
  entity: "division",
  topic: "members",
  permission: "identity.read",
  actions: ["created", "renamed", "deleted"],
  edits: ["renamed"],
  search: () => null,
  label: (division) => division.name,
});

export const placeEvent = defineEvents<PlaceRecord, "joined" | "left" | "role_changed">({
  entity: "division_member",
  topic: "members",
  permission: "identity.read",
  actions: ["joined", "left", "role_changed"],
  edits: ["role_changed"],
  search: () => null,
  label: (place) => place.name,
});
