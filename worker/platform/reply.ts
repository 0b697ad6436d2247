/** An answer with headers of its own, such as a cookie. It is held against its schema like any other. */
export class Reply<A> {
  constructor(
    readonly answer: A,
    readonly headers: Readonly<Record<string, string>>,
    /** Cookies besides one in the headers. */
    readonly cookies: readonly string[] = [],
  ) {}
}
