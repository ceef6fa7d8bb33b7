import type { Viewer } from "../../platform/viewer.ts";

/** Whose an upload is: the person, whatever they signed in by, or the very key of a partner. */
export const uploaderOf = (viewer: Viewer): string =>
  viewer.technicianId ?? viewer.contactId ?? viewer.keyId ?? viewer.id;
