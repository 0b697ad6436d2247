import { expect, test } from "vitest";
import { pastedLines } from "./pasted-lines.ts";

const texts = (text: string) => pastedLines(text).map((line) => line.text);

test("each pasted line is a line of its own, without bullets, numbers and empty lines", () => {
  expect(texts("- Relire\r\n\r\n* Envoyer\n2) Classer\n• Payer\n  Signer  ")).toEqual([
    "Relire",
    "Envoyer",
    "Classer",
    "Payer",
    "Signer",
  ]);
});

test("boxes that were ticked stay ticked", () => {
  expect(pastedLines("- [x] Relire\n- [ ] Envoyer\n☑ Classer\n☐ Payer")).toEqual([
    { text: "Relire", done: true },
    { text: "Envoyer", done: false },
    { text: "Classer", done: true },
    { text: "Payer", done: false },
  ]);
});

test("what only looks like a bullet stays, and what is too long for a line goes on in the next", () => {
  expect(texts("2024-031 à relancer\n-5 °C la nuit")).toEqual([
    "2024-031 à relancer",
    "-5 °C la nuit",
  ]);
  expect(texts(`${"mot ".repeat(200)}\ny`).map((line) => line.length)).toEqual([499, 299, 1]);
  expect(pastedLines(`[x] ${"x".repeat(700)}`)).toEqual([
    { text: "x".repeat(500), done: true },
    { text: "x".repeat(200), done: true },
  ]);
});
