/**
 * What a request may look like, whoever sends it and by whichever way it comes. `apiLimits` answers these very constants.
 * Each is several times what the board, the replay and a client's introspection use, and small enough that whatever
 * passes is read, judged and refused within milliseconds.
 */
export const SHAPE = {
  /** Bytes of a request's body. */
  bodyBytes: 1_048_576,
  /** Bytes of one message on a socket. */
  frameBytes: 262_144,
  /** Bytes of all headers. */
  headerBytes: 16_384,
  /** Characters of a document. */
  documentCharacters: 200_000,
  /** Lexical tokens of a document. */
  tokens: 6_000,
  /** Brackets inside one another: selections and arguments together. */
  nesting: 40,
  /** Fields inside one another, fragments followed. */
  depth: 16,
  /** Fields written in a document. */
  fields: 2_000,
  /** Fields of an operation once every fragment is followed. */
  expandedFields: 5_000,
  /** Aliases of a document. All that may stand behind one id, asked for all it tells, takes 150 to keep the types apart. */
  aliases: 300,
  /** How often one field may stand in one selection set, by whatever aliases. */
  repeated: 50,
  /** Directives of a document. */
  directives: 50,
  /** Fragments defined, and spreads written, in a document. */
  fragments: 60,
  spreads: 300,
  /** Lists inside lists of the schema's own description. */
  introspectionLists: 2,
  /** Operations of a document. */
  operations: 20,
  /** Bytes of the variables, as JSON text. */
  variablesBytes: 524_288,
  /** Lists and objects inside one another, and values in all, of the variables. */
  variablesDepth: 20,
  variablesValues: 20_000,
} as const;

/** What a socket may hold, and how long it may take. */
export const SOCKETS = {
  /** Operations that run at once on one socket. */
  operationsPerSocket: 50,
  /** Sockets open at once for one credential. */
  perCredential: 100,
  /** For `connection_init` to come. */
  initSeconds: 3,
  /** Without an answer to a ping. */
  pingSeconds: 12,
  /** Bytes that wait for a reader before it counts as slow; how long it may stay slow; and what cuts it at once. */
  slowBytes: 262_144,
  slowSeconds: 15,
  mostWaitingBytes: 8_388_608,
} as const;

/** How long a client may take to say what it wants. */
export const PATIENCE = { headersSeconds: 8, requestSeconds: 9 } as const;
