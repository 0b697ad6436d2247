/** Keys of the audit and access logs: look, take out of the house, say how long they are kept. */
export const auditPermissions = ["audit.read", "audit.export", "audit.manage"] as const;
