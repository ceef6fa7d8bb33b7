import { toGlobalId } from "../../platform/global-id.ts";

/** Where a file is read; a link is this path, signed. */
export const attachmentPath = (uuid: string): string => `/attachments/${toGlobalId("Attachment", uuid)}`;
