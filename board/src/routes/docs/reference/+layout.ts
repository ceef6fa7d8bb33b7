import names from "virtual:docs/names";

export const load = () => ({ names });
