/** What the keys of an organization's files begin with. */
export function prefixOf(organizationId: string): string {
  return `${organizationId}/`;
}
