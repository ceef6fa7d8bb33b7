/** What a key can be given, in words for the person who gives it. */
export const scopes: readonly { readonly scope: string; readonly gives: string }[] = [
  { scope: "tickets:read", gives: "read the tickets of its clients" },
  { scope: "tickets:write", gives: "open tickets, reply and note, state facts" },
  { scope: "clients:read", gives: "list its clients, their contracts and devices" },
  { scope: "contacts:read", gives: "see e-mail addresses and telephone numbers" },
  { scope: "reports:read", gives: "read reports on its clients" },
  { scope: "changes:read", gives: "follow the change feed" },
  { scope: "webhooks:manage", gives: "set up webhooks" },
  { scope: "export", gives: "export all rows of its clients" },
];
/** What a PSA that syncs both ways needs: what most keys are made for. */
export const usual: readonly string[] = ["tickets:read", "tickets:write", "clients:read", "changes:read"];
