import { graphql, query, type ResultOf } from "./gql.ts";

const Viewer = graphql(`query Viewer { viewer { kind name technician { id name } client { id name } } }`);

export type ViewerShown = ResultOf<typeof Viewer>["viewer"];

/** The person (or screen) behind the token, asked for once after each sign-in. */
class SignedIn {
  current: ViewerShown | null = $state.raw(null);

  async load(): Promise<ViewerShown> {
    const { viewer } = await query(Viewer);
    this.current = viewer;
    return viewer;
  }

  forget(): void {
    this.current = null;
  }
}

export const signedIn = new SignedIn();
