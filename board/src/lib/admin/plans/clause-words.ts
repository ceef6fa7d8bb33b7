import type { ClauseDraft } from "./clause-draft.ts";

export const nextStepWord: { readonly [step in ClauseDraft["nextStep"]]: string } = {
  BOOK_APPOINTMENT: "Book an appointment",
  CONTACT_MANUFACTURER: "Contact the manufacturer",
  REQUEST_QUOTE: "Request a quote",
  STATE_FACTS: "State the facts",
  REQUEST_ADD_ON: "Ask for the add-on",
  WORK_ON_IT: "Work on it",
};
