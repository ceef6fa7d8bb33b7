// What docs-pages.ts makes when the board is built.
declare module "virtual:docs/guides" {
  const groups: readonly {
    readonly title: string;
    readonly guides: readonly { readonly name: string; readonly title: string; readonly about: string }[];
  }[];
  export default groups;
}
declare module "virtual:docs/names" {
  const names: readonly {
    readonly kind: import("../../schema/docs/address.ts").Kind;
    readonly name: string;
    readonly about: string;
    readonly old: boolean;
  }[];
  export default names;
}
declare module "virtual:docs/search" {
  const entries: readonly import("../../schema/docs/search-entries.ts").Entry[];
  export default entries;
}
declare module "virtual:docs/pages" {
  const pages: { readonly [path: string]: () => Promise<{ readonly default: unknown }> };
  export default pages;
}
declare module "virtual:docs/fillings" {
  const fillings: { readonly [example: string]: import("../../schema/docs/read-guide.ts").Filling };
  export default fillings;
}
