/** Names an organization and the binding of its database. Signed in tokens, stored by rooms. */
export interface TenantRef {
  organizationId: string;
  binding: `TENANT_DB_${string}`;
}
