// Loaded before the router looks at the address: a token behind the # is taken out of it here, so that the router never knows it and
// cannot put it back into the history.
import "#lib/session.svelte.ts";
