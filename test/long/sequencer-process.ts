import { sequence } from "../../api/platform/sequencer.ts";

/** A sequencer in a process of its own, to be killed. Ends when its parent is gone. */
sequence(process.argv[2] as string, console.error);
process.once("disconnect", () => process.exit(0));
process.send?.("up");
