import example from "../../../../../schema/sdk/examples/psa-sync.mjs?raw";

export const prerender = true;

export const GET = () => new Response(example, { headers: { "content-type": "text/javascript; charset=utf-8" } });
