import guides from "virtual:docs/guides";

// readable without a sign-in, without a script, and by programs: made when the board is built
export const prerender = true;
export const ssr = true;

export const load = () => ({ guides });
