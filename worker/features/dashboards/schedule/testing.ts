/** Every day at eight, to nobody yet. */
export const SCHEDULE = {
  frequency: { every: "day" },
  hour: 8,
  timeZone: "Europe/Paris",
  memberIds: [],
  outsiders: [],
  paused: false,
};
