import type { factors as fr } from "../fr/factors.ts";
import type { Texts } from "../texts.ts";

/** Words of second factors: the code step of signing in, authenticator app, recovery codes, passkeys, asking again. */
export const factors = {
  step: {
    title: "One more step",
    lead: "Your password is right. Now prove that it’s really you.",
    code: "App code",
    codeHint: "The 6 digits shown by your authenticator app.",
    recovery: "Recovery code",
    recoveryHint: "One of the ten codes you kept when you set this up. It works only once.",
    submit: "Continue",
    useRecovery: "Use a recovery code",
    useApp: "Use the app",
    usePasskey: "Use a passkey",
    again: "Back to sign-in",
  },
  demand: {
    title: "Second factor required",
    until: (date) => `Your company asks for one. Add it before ${date}.`,
    over: "Your company asks for one. Add it to go on.",
    add: "Add a factor",
  },
  policy: {
    title: "Members’ second factor",
    lead: "After the grace period, whoever has none only reaches the page that adds one.",
    demand: "Ask every member for a second factor",
    grace: "Grace period, in days",
    days: "From 0 to 90 days",
    without: (count, members) =>
      count === 0
        ? "Every member has one."
        : `${count} of ${members} members ${count === 1 ? "doesn’t" : "don’t"} have one yet.`,
    saved: "Setting saved",
    shuts: {
      none: {
        title: "Require a second factor at once?",
        body: (count) =>
          count === 1
            ? "1 member doesn’t have one yet. Their access stops at once, except to the page where they add one."
            : `${count} members don’t have one yet. Their access stops at once, except to the page where they add one.`,
        go: "Require at once",
      },
      fewer: {
        title: "Shorten the grace period?",
        body: (count) =>
          `The grace period runs from the first demand. If it is over already, ${count === 1 ? "1 member" : `${count} members`} without a second factor will lose access at once.`,
        go: "Shorten",
      },
    },
  },
  again: {
    title: "Is it really you?",
    lead: "Before a sensitive change, prove it once more. It holds for ten minutes.",
    go: "Continue",
  },
  title: "Second factor",
  lead: "One more proof besides the password, asked for at each sign-in.",
  totp: {
    title: "Authenticator app",
    off: "6-digit codes that change every 30 seconds.",
    on: (date) => `Set up · ${date}`,
    add: "Set up",
    remove: "Remove",
    removed: "Authenticator app removed",
    added: "Authenticator app set up",
    removeTitle: "Remove the authenticator app?",
    removeBody: "Signing in will no longer ask for its codes.",
    dialog: "Authenticator app",
    scan: "Scan this QR code with your authenticator app.",
    qr: "QR code for the authenticator app",
    manual: "Or type this key into the app",
    copyKey: "Copy the key",
    first: "First code shown",
    confirm: "Verify and turn on",
  },
  passkeys: {
    title: "Passkeys",
    about: "Your device’s fingerprint, face or code, instead of the password.",
    unknown: "Open Aetheria by its name in a recent browser to add one.",
    signIn: "Sign in with a passkey",
    or: "or",
    add: "Add",
    dialog: "New passkey",
    name: "Passkey name",
    nameHint: "To recognize it: the device or manager that keeps it.",
    usualName: "This device",
    create: "Create the passkey",
    added: "Passkey added",
    used: (date, device) => (device ? `Last used ${date} with ${device}` : `Last used ${date}`),
    kinds: { device: "on a device", key: "security key", phone: "on a phone" },
    rename: (name) => `Rename ${name}`,
    unused: "Never used",
    synced: "synced",
    remove: "Remove",
    removeNamed: (name) => `Remove ${name}`,
    removeTitle: (name) => `Remove the passkey “${name}”?`,
    removeBody:
      "It will no longer open your account. Delete it from the device that keeps it, too.",
    removed: "Passkey removed",
  },
  recovery: {
    title: "Recovery codes",
    none: "You get them with your first factor.",
    left: (count) => (count === 0 ? "No codes left" : `${count} of 10 codes left`),
    issue: "Make new codes",
    issueTitle: "Make new recovery codes?",
    issueBody: "The ten codes from before will stop working.",
    dialog: "Your recovery codes",
    keep: "Keep them in a safe place: they won’t be shown again. Each works once, when your phone or key is missing.",
    copy: "Copy",
    copied: "Codes copied",
    download: "Download",
    print: "Print",
    done: "I have kept them",
    file: "aetheria-recovery-codes.txt",
    heading: (email) => `Aetheria recovery codes of ${email}`,
  },
} satisfies Texts<typeof fr>;
