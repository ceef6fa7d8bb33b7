/** Who may use an operation, and the scope that a partner's key needs for it; null: none. */
export type Viewers = { readonly viewers: readonly string[]; readonly scope: string | null };
