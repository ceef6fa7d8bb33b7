import contract from "@watchdesk/schema/schema.graphql?raw";

export const prerender = true;

export const GET = () => new Response(contract, { headers: { "content-type": "text/plain; charset=utf-8" } });
