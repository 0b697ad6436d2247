import { expect, it } from "vitest";
import { addressOf } from "./connection-fields.ts";

it.each([
  [
    " postgres://lecteur:m%C3%A9t%40@base.exemple.fr:6432/gestion?sslmode=require ",
    {
      kind: "postgres",
      host: "base.exemple.fr",
      port: "6432",
      database: "gestion",
      user: "lecteur",
      password: "mét@",
    },
  ],
  [
    "postgresql://[2001:db8::1]/gestion",
    { kind: "postgres", host: "2001:db8::1", port: "5432", database: "gestion" },
  ],
  [
    "MariaDB://lecteur@base.exemple.fr",
    { kind: "mysql", host: "base.exemple.fr", port: "3306", user: "lecteur" },
  ],
  [
    "mysql://a:%zz@b/c",
    { kind: "mysql", host: "b", port: "3306", database: "c", user: "a", password: "%zz" },
  ],
])("reads the fields of an address: %s", (text, fields) => expect(addressOf(text)).toEqual(fields));

it.each(["base.exemple.fr", "https://base.exemple.fr", "postgres://", ""])(
  "leaves what is no address of a database as it is: %s",
  (text) => expect(addressOf(text)).toBeUndefined(),
);
