/** A question of the evaluation, with the SQL whose result is the right answer. */
export interface Question {
  id: string;
  language: "fr" | "en";
  ask: string;
  /** DuckDB SQL of the right answer over the set's tables; null where the data can't answer and saying so is right. */
  sql: string | null;
  /** The kind of chart that shows the answer best; `table` where none does. */
  chart?: "number" | "line" | "bar" | "histogram" | "scatter" | "table";
  /** Columns that the question speaks of, `table.column` where the set has several tables: what linking has to find. */
  links?: readonly string[];
  /** Values that stand in the data, as the data writes them, and are meant by words of the question. */
  values?: readonly string[];
  /** What the person means, should the model ask back. */
  means?: string;
  /** Whether the order of the rows is part of the answer. */
  ordered?: true;
}

/** Questions about the files of one set, each a table under the file's name. */
export interface QuestionSet {
  name: string;
  files: readonly string[];
  questions: readonly Question[];
}

/** The day on which all questions are asked: "this month", "since" and "last year" count from it. */
export const TODAY = "2026-11-22";
