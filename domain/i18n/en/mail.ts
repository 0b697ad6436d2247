import { mailFacts } from "../../mail/occasion.ts";
import type { outbox as fr } from "../fr/mail.ts";
import type { Texts } from "../texts.ts";
import { dashboardMails } from "./mail-dashboards.ts";
import { organizationMails } from "./mail-organization.ts";
import { LINK_LIFE, type FactorChange, type MailTexts, type Occasion } from "../../mail/model.ts";

const facts = (occasion: Occasion) =>
  mailFacts(
    "en",
    {
      when: "When",
      device: "Device",
      place: "Place, by network address",
      local: "local network",
      unknown: "unknown",
    },
    occasion,
  );

const factorWords = (change: FactorChange): { subject: string; intro: string } => {
  switch (change.kind) {
    case "totp_added":
      return {
        subject: "Authenticator app added to your account",
        intro:
          "An authenticator app now protects your Aetheria account: signing in asks for its codes.",
      };
    case "totp_removed":
      return {
        subject: "Authenticator app removed from your account",
        intro:
          "The authenticator app of your Aetheria account was just removed: its codes are no longer asked for.",
      };
    case "passkey_added":
      return {
        subject: "Passkey added to your account",
        intro: `The passkey “${change.name}” now opens your Aetheria account, without a password.`,
      };
    case "passkey_removed":
      return {
        subject: "Passkey removed from your account",
        intro: `The passkey “${change.name}” no longer opens your Aetheria account.`,
      };
    case "recovery_issued":
      return {
        subject: "New recovery codes for your account",
        intro:
          "Ten new recovery codes were just made for your Aetheria account. The ones before no longer work.",
      };
    case "recovery_used":
    default: {
      const left =
        change.left === 0
          ? "That was the last one: make new ones."
          : change.left === 1
            ? "1 is left."
            : `${change.left} are left.`;
      return {
        subject: "A recovery code of your account was used",
        intro: `A recovery code was just used for your Aetheria account. ${left}`,
      };
    }
  }
};

/** Mails in English. Whoever reads one may not know Aetheria: each says why it was sent and what to do. */
export const mail: MailTexts = {
  greeting: "Hello,",
  signature: "Aetheria",
  why: "Sent automatically, without tracking or advertising.",
  rowsLeft: (count) => (count === 1 ? "1 more row." : `${count} more rows.`),
  rowsFirst: "The first rows only.",
  copyLink: "If the button does not open, copy this address into your browser:",
  register: () => ({
    subject: "Create your Aetheria workspace",
    intro: [
      "You asked to create a workspace with this address. Open the link to choose your password and name your company.",
    ],
    action: "Continue",
    outro: [
      `The link works once, for ${LINK_LIFE.registerHours} hours.`,
      "If you asked for nothing, do nothing: no account exists with this address.",
    ],
  }),
  register_known: () => ({
    subject: "You already have an Aetheria account",
    intro: [
      "Somebody wanted to create a workspace with this address. It has an account already: sign in, or add a company to it.",
    ],
    action: "Sign in or add a company",
    outro: [
      `The link works for ${LINK_LIFE.registerHours} hours. Forgot your password? Its page lets you choose another one.`,
      "If you asked for nothing, there is nothing to do: nothing was changed.",
    ],
  }),
  email_verify: () => ({
    subject: "Confirm your email address",
    intro: [
      "An Aetheria account was just created with this address. Please confirm that it is yours.",
    ],
    action: "Confirm my address",
    outro: [
      `The link works for ${LINK_LIFE.verifyDays} days.`,
      "If this account is not yours, do nothing: unless confirmed, it can invite nobody by email.",
    ],
  }),
  email_confirm: () => ({
    subject: "Confirm your new email address",
    intro: [
      "You asked to use this address for your Aetheria account. It takes effect as soon as you confirm it.",
    ],
    action: "Confirm the new address",
    outro: [
      `The link works once, for ${LINK_LIFE.confirmHours} hours. Your other devices will be signed out.`,
      "If you asked for nothing, do nothing: your address will not be tied to any account.",
    ],
  }),
  email_taken: () => ({
    subject: "This address already has an Aetheria account",
    intro: [
      "Somebody wanted to use this address for their Aetheria account. It already has one, so nothing was changed.",
    ],
    action: "Sign in",
    outro: [
      "If it was you, sign in to that account, or choose another address.",
      "If it was not you, there is nothing to do.",
    ],
  }),
  email_changed: (occasion) => ({
    subject: "Your account’s address was changed",
    intro: ["Your Aetheria account now uses another address. This one no longer signs you in."],
    facts: facts(occasion),
    action: "It was not me: restore my address",
    outro: [
      "If it was you, there is nothing to do.",
      `Otherwise, open the link within ${LINK_LIFE.undoDays} days: your address is restored, every device is signed out, and you choose a new password.`,
    ],
  }),
  password_reset: (occasion) => ({
    subject: "Choose a new password",
    intro: ["Somebody asked for a new password for your Aetheria account."],
    facts: facts(occasion),
    action: "Choose a new password",
    outro: [
      `The link works once, for ${LINK_LIFE.resetMinutes} minutes. All your devices will be signed out.`,
      "If you asked for nothing, do nothing: your password stays as it is.",
    ],
  }),
  password_changed: (occasion) => ({
    subject: "Your password was changed",
    intro: ["The password of your Aetheria account was just changed."],
    facts: facts(occasion),
    action: "It was not me: choose another password",
    outro: [
      "If it was you, there is nothing to do.",
      "Otherwise, ask for a new password at once: every device will be signed out. Tell whoever administers your workspace as well.",
    ],
  }),
  new_device: (occasion) => ({
    subject: "New sign-in to your account",
    intro: ["Somebody signed in to your Aetheria account from a device that we did not know."],
    facts: facts(occasion),
    action: "See my devices",
    outro: [
      "If it was you, there is nothing to do.",
      "Otherwise, sign that device out and change your password.",
    ],
  }),
  factor_changed: ({ change, ...occasion }) => {
    const { subject, intro } = factorWords(change);
    return {
      subject,
      intro: [intro],
      facts: facts(occasion),
      action: "See my account’s security",
      outro: [
        "If that was you, there is nothing to do.",
        "If not, remove what you do not recognize and choose a new password at once: every device will be signed out. Tell whoever administers your workspace, too.",
      ],
      also: "Choose a new password",
    };
  },
  session_copied: (occasion) => ({
    subject: "One of your sessions was ended for safety",
    intro: [
      "The same session of your Aetheria account was used in two places: somebody may have copied it. We have ended it.",
    ],
    facts: facts(occasion),
    action: "See my devices",
    outro: [
      "This can happen when a browser is restored from a backup: in that case, just sign in again.",
      "If you see no reason for it, sign out the devices you do not recognize and choose a new password.",
    ],
    also: "Choose a new password",
  }),
  ...organizationMails,
  ...dashboardMails,
  token_created: ({ organization, name, ...occasion }) => ({
    subject: "API token created in your name",
    intro: [
      `An API token, “${name}”, was just created in your name in ${organization}. The program that holds it acts with the rights that were chosen, without a password.`,
    ],
    facts: facts(occasion),
    action: "See my tokens",
    outro: [
      "If that was you, there is nothing to do.",
      "If not, revoke this token and choose a new password at once. Tell whoever administers your workspace, too.",
    ],
    also: "Choose a new password",
  }),
  invitation: ({ organization, inviter }) => ({
    subject: `${inviter} invites you to ${organization}`,
    intro: [`${inviter} invites you to join ${organization} in Aetheria.`],
    action: "See the invitation",
    outro: [
      "The invitation works once, for 7 days.",
      "If you do not know this person, do nothing.",
    ],
  }),
  invitation_continue: ({ organization }) => ({
    subject: `Join ${organization}`,
    intro: [
      `You asked to accept an invitation to ${organization} with this address. Open the link to go on.`,
    ],
    action: "Continue",
    outro: [
      `The link works for ${LINK_LIFE.invitationHours} hours, as long as the invitation has not been used.`,
      "If you asked for nothing, do nothing: nobody gets in with your address.",
    ],
  }),
};

/** The page of a development server that shows the mails it would have sent. */
export const outbox = {
  title: "Local outbox",
  lead: "Emails that this server would have sent, newest first. This page exists in development only.",
  empty: "No emails yet.",
  to: "To",
  sent: "delivered",
  waiting: "waiting",
  seeHtml: "See it formatted",
} satisfies Texts<typeof fr>;
