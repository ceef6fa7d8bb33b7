/** What somebody gave cannot be used; the message is the whole story. Ends the program with exit code 2. */
export class BadInput extends Error {
  readonly faults: readonly string[];
  constructor(...faults: string[]) {
    super(faults.join("\n"));
    this.faults = faults;
  }
}
