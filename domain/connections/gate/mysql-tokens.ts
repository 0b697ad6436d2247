/** A piece of a text in MySQL's dialect. `word`: a bare name or keyword; `quoted`: a name in backticks, here without them. */
export interface Token {
  kind: "word" | "quoted" | "string" | "number" | "sign";
  text: string;
  /** Where it begins, UTF-16 units. */
  at: number;
}

/** What makes a text unreadable before any grammar. `comment`: one that the server carries out, or a hint to it. */
export interface LexicalFault {
  fault: "comment" | "syntax";
  what: string;
}

const SPACE = /\s/;
const NUMBER =
  /^(?:0x[\da-f]+|0b[01]+|x'[\da-f]*'|b'[01]*'|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)(?![\w$\u0080-\uffff])/i;
const WORD = /^[\w$\u0080-\uffff]+/;
const SIGN = /^(?:<=>|->>|->|<=|>=|<>|!=|:=|&&|\|\||<<|>>|[^\s])/;

/** The end of what a quote opens at `at`; doubled quotes belong to it, and what a backslash stands before, where it escapes. */
function endOfQuote(sql: string, at: number, escapes: boolean): number | null {
  const quote = sql[at];
  for (let i = at + 1; i < sql.length; i += 1) {
    if (escapes && sql[i] === "\\") i += 1;
    else if (sql[i] === quote && sql[i + 1] === quote) i += 1;
    else if (sql[i] === quote) return i + 1;
  }
  return null;
}

/** The end of a comment that begins at `at`; null where none does. A fault where the server would read what stands in it. */
function endOfComment(sql: string, at: number): number | LexicalFault | null {
  const dashes =
    sql.startsWith("--", at) && (at + 2 === sql.length || SPACE.test(sql[at + 2] ?? ""));
  if (sql[at] === "#" || dashes) {
    const end = sql.indexOf("\n", at);
    return end === -1 ? sql.length : end;
  }
  if (!sql.startsWith("/*", at)) return null;
  // /*! and MariaDB's /*M! are carried out; /*+ sets variables of the server.
  if (/^(?:M?!|\+)/i.test(sql.slice(at + 2, at + 4))) {
    return { fault: "comment", what: sql.slice(at, at + 20) };
  }
  const end = sql.indexOf("*/", at + 2);
  return end === -1 ? { fault: "syntax", what: "/*" } : end + 2;
}

/**
 * Cuts a text into its tokens, without comments, as MySQL does with its default quotes: `'` and `"` are strings in which a backslash
 * escapes, backticks names.
 */
export function mysqlTokens(sql: string): Token[] | LexicalFault {
  const tokens: Token[] = [];
  for (let at = 0; at < sql.length;) {
    const letter = sql[at] ?? "";
    if (letter === "\u0000") return { fault: "syntax", what: "NUL" };
    if (SPACE.test(letter)) {
      at += 1;
      continue;
    }
    const comment = endOfComment(sql, at);
    if (typeof comment === "number") {
      at = comment;
      continue;
    }
    if (comment !== null) return comment;
    if (letter === "'" || letter === '"' || letter === "`") {
      const end = endOfQuote(sql, at, letter !== "`");
      if (end === null) return { fault: "syntax", what: letter };
      const raw = sql.slice(at, end);
      const name = raw.slice(1, -1).replaceAll("``", "`");
      tokens.push(
        letter === "`" ? { kind: "quoted", text: name, at } : { kind: "string", text: raw, at },
      );
      at = end;
      continue;
    }
    const rest = sql.slice(at, at + 400);
    // After a name and its dot a digit begins a name too, as in `t.2026`.
    const last = tokens.at(-1);
    const afterName = letter === "." && (last?.kind === "word" || last?.kind === "quoted");
    const number = afterName ? undefined : NUMBER.exec(rest)?.[0];
    const afterDot = last?.text === "." && last.at === at - 1;
    const word = number === undefined || afterDot ? WORD.exec(rest)?.[0] : undefined;
    const text = word ?? number ?? SIGN.exec(rest)?.[0] ?? letter;
    tokens.push({ kind: word ? "word" : number ? "number" : "sign", text, at });
    at += text.length;
  }
  return tokens;
}
