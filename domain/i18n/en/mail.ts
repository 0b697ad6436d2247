import { mailFacts } from "../../mail/occasion.ts";
import type { outbox as fr } from "../fr/mail.ts";
import type { Texts } from "../texts.ts";
import { LINK_LIFE, type MailTexts, type Occasion } from "../../mail/model.ts";

const facts = (occasion: Occasion) =>
  mailFacts(
    "en",
    { when: "When", device: "Device", place: "Country, by network address" },
    occasion,
  );

/** Mails in English. Whoever reads one may not know Aetheria: each says why it was sent and what to do. */
export const mail: MailTexts = {
  greeting: "Hello,",
  signature: "Aetheria",
  why: "Sent automatically, without tracking or advertising.",
  copyLink: "If the button does not open, copy this address into your browser:",
  email_verify: () => ({
    subject: "Confirm your email address",
    intro: [
      "An Aetheria account was just created with this address. Please confirm that it is yours.",
    ],
    action: "Confirm my address",
    outro: [
      `The link works once, for ${LINK_LIFE.verifyDays} days.`,
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
  invitation: ({ organization, inviter }) => ({
    subject: `${inviter} invites you to ${organization}`,
    intro: [`${inviter} invites you to join ${organization} in Aetheria.`],
    action: "See the invitation",
    outro: [
      "The invitation works once, for 7 days.",
      "If you do not know this person, do nothing.",
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
