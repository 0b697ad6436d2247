import type { Texts } from "#domain/i18n/texts.ts";
import type { analyticsAdvice as fr } from "../fr/analytics-advice.ts";

export const analyticsAdvice = {
  notARead: "One read at a time: SELECT, WITH, FROM, DESCRIBE or SUMMARIZE.",
  blocked: "A query reads only the files imported here: no other file, no network, no extension.",
  extension: (name) => `The function “${name}” needs an extension, and none is available here.`,
  name: (name) => `“${name}”`,
  or: (first, last) => `${first} or ${last}`,
  didYouMean: (names) => `Did you mean ${names}?`,
  column: (name) => `There is no column “${name}”.`,
  seeColumns: "Check its name in the list of columns.",
  textQuotes: (name) =>
    `If it is text, write it between single quotes: '${name}'. Double quotes are for column names.`,
  table: (name) => `There is no table “${name}”.`,
  ownTable: (table) => `The one of this file is called “${table}”.`,
  tables: (names) => `Those here are called ${names}.`,
  function: (name) => `There is no function “${name}”.`,
  seeFunctions: "The editor suggests functions as you type.",
  window: (name) => `“${name}” needs OVER (…) after it.`,
  type: (name) => `There is no type “${name}”.`,
  types: "Try INTEGER, DOUBLE, DATE, TIMESTAMP, BOOLEAN or VARCHAR.",
  ambiguous: (name) => `The column “${name}” is in several tables.`,
  chooseOne: (names) => `Write ${names}.`,
  at: (line, column) => `line ${line}, column ${column}`,
  syntax: (near) => `Syntax error near “${near}”.`,
  syntaxAt: (near, place) => `Syntax error near “${near}”, ${place}.`,
  lookBefore: "Look at what comes before it: a comma, a parenthesis or a misspelled word.",
  endsEarly: "The query ends too early: something is missing at the end.",
  unclosed: {
    text: "A single quote is not closed",
    name: "A double quote is not closed",
    comment: "A /* comment is not closed",
  },
  sentence: (words) => `${words}.`,
  sentenceAt: (words, place) => `${words}, ${place}.`,
  conversion: {
    integer: (value) => `“${value}” can’t be read as a whole number.`,
    number: (value) => `“${value}” can’t be read as a number.`,
    date: (value) => `“${value}” can’t be read as a date.`,
    boolean: (value) => `“${value}” can’t be read as true or false.`,
    other: (value) => `“${value}” can’t be read as the type asked for.`,
  },
  tryCast: {
    integer:
      "Compare with text between single quotes, or write TRY_CAST(… AS INTEGER): what can’t be read stays blank.",
    number:
      "A number is written 1.5, without quotes. TRY_CAST(… AS DOUBLE) leaves blank what can’t be read.",
    date: "A date is written '2026-12-31'. TRY_CAST(… AS DATE) leaves blank what can’t be read.",
    boolean: "A condition compares: column = 'text', column > 10.",
    other: "TRY_CAST(… AS …) leaves blank what can’t be read.",
  },
  datePart: (name) =>
    `“${name}” is not a unit of time. Try 'day', 'week', 'month', 'quarter' or 'year'.`,
  arguments: (name, kinds) => `“${name}” does not work with ${kinds}.`,
  noArguments: (name) => `“${name}” expects something between its parentheses.`,
  argumentsCheck: "Check how many values there are, and their type.",
  argumentsText:
    "Convert the text with TRY_CAST(… AS DOUBLE) or TRY_CAST(… AS DATE), or take another column.",
  and: (first, last) => `${first} and ${last}`,
  kinds: {
    text: "text",
    number: "a number",
    date: "a date",
    boolean: "a yes/no",
    other: "a value",
  },
  group: (name) =>
    `“${name}” must be in GROUP BY, or inside a function such as sum, max or any_value.`,
  aggregateIn: (clause) =>
    `${clause} takes no sum or count. Filter groups with HAVING, after GROUP BY.`,
  windowIn: (clause) => `${clause} takes no function with OVER. Filter its result with QUALIFY.`,
  nested: "A function such as sum can’t hold another one. Compute the first in a subquery.",
  outOfRange:
    "A computation goes beyond what its type can hold, or has no result: root of a negative number, logarithm of zero. Convert to DOUBLE, or leave those rows out with WHERE.",
  severalRows:
    "A subquery gives several rows where a single value is expected. Add max(…) or LIMIT 1.",
  unequalColumns: "The queries joined by UNION don’t have the same number of columns.",
  other: "The engine refuses this query. Its message, in English, gives the reason.",
  message: "Message from DuckDB",
} satisfies Texts<typeof fr>;
