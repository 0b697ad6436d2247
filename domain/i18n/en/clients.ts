import type { clients as fr } from "../fr/clients.ts";
import type { Texts } from "../texts.ts";

/** Words of clients. */
export const clients = {
  title: "Clients",
  one: "Client",
  count: (count) => (count === 1 ? "1 client" : `${count} clients`),
  new: "Client",
  import: "Import",
  fields: {
    company: "Name",
    contact: "Contact",
    status: "Status",
    stage: "Stage",
    priority: "Priority",
    sector: "Sector",
    size: "Size",
    phone: "Phone",
    email: "Email",
    nextAction: "Next action",
    nextActionOn: "Due date",
    notes: "Notes",
    ownerId: "Owner",
    estimatedMinor: "Estimated amount",
    createdAt: "Created",
    updatedAt: "Changed",
  },
  heads: { ownerId: "Owner" },
  status: { prospect: "Prospect", client: "Client", archive: "Archived" },
  stage: {
    new: "New",
    contacted: "Contacted",
    meeting: "Meeting booked",
    dev: "Dev",
    signed: "Signed",
    delivered: "Delivered",
  },
  priority: { low: "Low", medium: "Medium", high: "High", urgent: "Urgent" },
  size: {
    TPE: "Micro",
    PME: "Small or medium",
    ETI: "Mid-cap",
    GE: "Large",
  },
  none: "None",
  noAction: "None",
  noOwner: "No owner",
  formerMember: "Former member",
  stageSince: (days) =>
    days === 0 ? "since today" : days === 1 ? "since yesterday" : `for ${days} days`,
} satisfies Texts<typeof fr>;
