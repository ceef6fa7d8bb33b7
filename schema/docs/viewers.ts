/** Who may use an operation, and the scope that a partner's key needs for it; null: none. */
export type Viewers = { readonly viewers: readonly string[]; readonly scope: string | null };
/** Who may use what, as `npm run schema` writes it: by operation, and the scope of a field (`Type.field`) that has one of its own. */
export type Rights = {
  readonly operations: { readonly [operation: string]: Viewers };
  readonly fields: { readonly [field: string]: string };
};
