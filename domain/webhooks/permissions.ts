/** Keys of webhooks: make, change and look into them. What they may send is asked of the events' own keys. */
export const webhookPermissions = ["webhooks.manage"] as const;
