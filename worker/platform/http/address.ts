/** The network address that a request came from, as the edge saw it; null where no edge stands in front. */
export function addressOf(request: Request): string | null {
  return request.headers.get("cf-connecting-ip");
}
