import type { account as fr } from "../fr/account.ts";
import type { Texts } from "../texts.ts";

/** Words of what a person does with their address and password: forgotten, confirmed, changed. */
export const account = {
  forgot: {
    link: "Forgot your password?",
    title: "Forgotten password",
    lead: "Enter your account’s address: you will get a link to choose another one.",
    submit: "Get the link",
    sentTitle: "Check your inbox",
    sentLead: (email: string) =>
      `If there is an account for ${email}, a link was just sent there. It works for 30 minutes.`,
    sentHint: "Nothing after a few minutes? Check your spam folder.",
    otherEmail: "Try another address",
    back: "Back to sign-in",
  },
  reset: {
    title: "New password",
    lead: "All your devices will be signed out; then you sign in with this one.",
    password: "New password",
    submit: "Choose this password",
    doneTitle: "Password chosen",
    doneLead:
      "You can sign in with it now. Your API tokens remain valid: if in doubt, revoke them in the settings.",
    signIn: "Sign in",
    invalidTitle: "This link no longer works",
    invalidLead: "It was used already or is older than 30 minutes. Ask for another one.",
    again: "Ask for another link",
  },
  confirm: {
    verify: {
      title: "Confirm your address",
      lead: "One click, and we know that this address is yours.",
      submit: "Confirm my address",
    },
    confirm: {
      title: "Confirm the new address",
      lead: "It takes effect at once. Your other devices will be signed out.",
      submit: "Use this address",
    },
    restore: {
      title: "Restore your address",
      lead: "You did not change your account’s address? This restores the former one, signs out every device, and cancels the password.",
      submit: "Restore my address",
    },
    verified: {
      title: "Address confirmed",
      lead: (email: string) => `${email} is yours.`,
    },
    changed: {
      title: "Address changed",
      lead: (email: string) => `You now sign in with ${email}.`,
    },
    restored: {
      title: "Address restored",
      lead: (email: string) =>
        `Your account belongs to ${email} again. A link to choose a password was just sent there.`,
    },
    invalidTitle: "This link no longer works",
    invalidLead:
      "It was used already, a newer link replaces it, or it is too old. Sign in to see your address and, if needed, ask for another link.",
    continue: "Continue",
  },
  banner: {
    title: "Address to confirm",
    body: (email: string) => `Open the link sent to ${email}. Until then, no invitations by email.`,
    again: "Send it again",
    sent: "Link sent again",
  },
  security: {
    title: "Security",
    email: "Email address",
    current: "Current address",
    verified: "confirmed",
    unverified: "to be confirmed",
    newEmail: "New address",
    emailLead: "It signs you in. A change takes effect when the new address is confirmed.",
    yourPassword: "Your password",
    askEmail: "Get the confirmation link",
    asked: (email: string) => `A message was just sent to ${email}.`,
    askedLead:
      "The address changes when you open the link, within 24 hours. Until then, nothing does.",
    sameEmail: "This is your address already.",
    another: "Choose another address",
    password: "Password",
    passwordLead: "Changing it signs out your other devices.",
    currentPassword: "Current password",
    newPassword: "New password",
    change: "Change the password",
    changed: "Password changed, other devices signed out",
  },
  invite: {
    mailed: (email: string) =>
      `The invitation was sent to ${email}. You may pass this link on as well: it is shown only once.`,
    unverified: "Confirm your own address first to invite by email.",
    send: "Invite",
    ready: "Invitation ready",
  },
} satisfies Texts<typeof fr>;
