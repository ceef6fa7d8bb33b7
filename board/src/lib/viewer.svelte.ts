import { graphql, query, type ResultOf } from "./gql.ts";

const Viewer = graphql(`query Viewer { viewer { kind name technician { id name } client { id name } } }`);
const KeepsMail = graphql(`query KeepsMail { caughtMails { id } }`);

export type ViewerShown = ResultOf<typeof Viewer>["viewer"];

/** The person (or screen) behind the token, asked for once after each sign-in. */
class SignedIn {
  current: ViewerShown | null = $state.raw(null);
  /** The desk keeps its own letters for reading, as a demo and a sandbox do; known to managers, who may read them. */
  keepsMail = $state(false);

  async load(): Promise<ViewerShown> {
    const { viewer } = await query(Viewer);
    this.current = viewer;
    if (viewer.kind === "MANAGER")
      query(KeepsMail).then(
        ({ caughtMails }) => (this.keepsMail = caughtMails !== null),
        () => {}, // the page itself says what is wrong
      );
    return viewer;
  }

  forget(): void {
    this.current = null;
    this.keepsMail = false;
  }
}

export const signedIn = new SignedIn();
