import { describe, expect, it } from "vitest";
import { de, duMoment, que } from "./elision.ts";
import { fr } from "./index.ts";

describe("elision before a name", () => {
  it.each([
    ["Alice", "d’Alice"],
    ["Émile", "d’Émile"],
    ["e\u0301mile", "d’e\u0301mile"],
    ["Œuvre", "d’Œuvre"],
    ["Ivan", "d’Ivan"],
    ["Yves", "d’Yves"],
    ["Hélène", "d’Hélène"],
    ["Hugo", "d’Hugo"],
    ["Hadrien", "d’Hadrien"],
    ["O'Neil", "d’O'Neil"],
  ])("%s: %s", (name, said) => expect(de(name)).toBe(said));

  it.each(["Karim", "Yann", "Yasmine", "Hans", "Hassan", "Hamza", "3C Bois", "🦁", ""])(
    "there is none before %s",
    (name) => {
      expect(de(name)).toBe(`de ${name}`);
      expect(que(name)).toBe(`que ${name}`);
    },
  );

  it.each([
    ["06:43", "de 06:43"],
    ["hier, 17:08", "d’hier, 17:08"],
    ["16 nov., 09:42", "du 16 nov., 09:42"],
  ])("before an instant: %s", (when, said) => {
    expect(duMoment(when)).toBe(said);
    expect(fr.boardBackups.sure(when)).toBe(`Revenir au tableau ${said}\u202f?`);
  });

  it("holds wherever a person is named", () => {
    expect(fr.identity.members.roleOf("Alice")).toBe("Rôle d’Alice");
    expect(fr.app.account("Inès")).toBe("Compte d’Inès");
    expect(fr.tokens.row.of("Omar")).toBe("d’Omar");
    expect(fr.clients.conflict.theirs("Élodie")).toBe("Celle d’Élodie");
    expect(fr.identity.invitation.joinAs("Hélène")).toBe("Rejoindre en tant qu’Hélène");
    expect(fr.factors.recovery.heading("anna@b.fr")).toContain("Aetheria d’anna@b.fr");
  });
});
