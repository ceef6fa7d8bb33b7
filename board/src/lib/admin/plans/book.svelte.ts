import { query } from "../../gql.ts";
import { Agreements, type AgreementsShown } from "../simulation-documents.ts";
import { type PlanShown, Plans } from "./documents.ts";

/** All plans in their newest versions, and what a simulator beside them chooses from. */
export class PlanBook {
  list: readonly PlanShown[] | null = $state.raw(null);
  agreements: AgreementsShown | null = $state.raw(null);
  trouble: string | null = $state(null);

  async read(): Promise<void> {
    try {
      const [{ plans }, agreements] = await Promise.all([query(Plans), query(Agreements)]);
      this.list = plans;
      this.agreements = agreements;
      this.trouble = null;
    } catch (error) {
      this.trouble = (error as Error).message;
    }
  }
}
