import type { registering as fr } from "../fr/registering.ts";
import type { Texts } from "../texts.ts";

/** Words of what begins by mail: registration, a further company, an invitation that goes on with a mailed link. */
export const registering = {
  ask: {
    title: "Create a workspace",
    lead: "Enter your address: the link that you receive there opens the form.",
    submit: "Send me the link",
  },
  sent: {
    title: "Check your inbox",
    lead: (email) => `A message is on its way to ${email}. Its link works for 24 hours.`,
    hint: "Nothing after a few minutes? Check your spam folder. One address gets one message every five minutes at most.",
    otherEmail: "Use another address",
  },
  outbox: {
    note: "This development server sends no email.",
    open: "Open the local outbox",
  },
  form: {
    lead: "A database of your own, ready in seconds.",
    organization: "Company name",
    name: "Your name",
    email: "Work email",
    password: "Password",
    submit: "Create workspace",
    known: "Already have an account?",
    signIn: "Sign in",
  },
  reading: "Reading the link…",
  proven: "Confirmed by the link that you received.",
  known: {
    title: "You already have an account",
    lead: (email) => `${email} has an Aetheria account. Sign in with it.`,
    add: "Add a company",
    addLead:
      "One more company for this account, with a database of its own. You will be its owner.",
    addedTitle: (organization) => `${organization} is ready`,
    addedLead: "Sign in: you find it in the company switcher, at the top of the page.",
  },
  over: {
    title: "This link no longer works",
    lead: "It was used, or it is more than 24 hours old. If your workspace exists, sign in.",
    again: "Get another link",
  },
  another: {
    open: "New company…",
    title: "New company",
    lead: "With a database of its own. You will be its owner, with this same account.",
    submit: "Create company",
    done: (organization) => `You are in ${organization}`,
  },
  invitation: {
    mail: "We check your address first: the link that you receive there goes on with the invitation.",
    existing: (email) => `${email} has an account already: join with it.`,
  },
} satisfies Texts<typeof fr>;
