/** What may be attached. `apiLimits` answers these very constants, and errors name them. */
export const ATTACHMENTS = {
  /** Bytes of one file. */
  fileBytes: 10_485_760,
  /** Files of one message. */
  filesPerMessage: 10,
  /** Bytes of all files of one ticket, and how many there may be. */
  ticketBytes: 52_428_800,
  filesPerTicket: 200,
  /** Bytes that somebody may have uploaded and not attached yet, and how long those are kept. */
  unattachedBytes: 104_857_600,
  unattachedSeconds: 86_400,
  /** Uploads under way at once, of one uploader and in one process. */
  uploadsAtOnce: 3,
  uploadsAtOnceInAll: 16,
  /** How long a file may take to arrive. */
  uploadSeconds: 120,
} as const;

/** "10 MB", as people say it. */
export const megabytes = (bytes: number): string => `${Math.round((bytes / 1_048_576) * 10) / 10} MB`;
