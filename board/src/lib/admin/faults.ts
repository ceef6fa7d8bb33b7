/** One thing that the desk says is wrong with what is being edited, at its field; null: about the whole. */
export type Fault = { readonly field: string | null; readonly message: string };

/**
 * A fault in the form's own words: without the name of the edit that a dry run puts before the field, and without the
 * field that the message begins with, since it is shown at that field.
 */
export function faultOf({ field, message }: Fault, edit = ""): Fault {
  const own = field?.startsWith(`${edit}.`) && edit ? field.slice(edit.length + 1) : field;
  const said = own && message.startsWith(`${own}: `) ? message.slice(own.length + 2) : message;
  const sentence = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return { field: own, message: /[.!?]$/.test(sentence) ? sentence : `${sentence}.` };
}

/** What is said at a field; null when nothing is wrong there. */
export const faultAt = (faults: readonly Fault[], field: string): string | null => {
  const here = faults.filter((fault) => fault.field === field);
  return here.length > 0 ? here.map(({ message }) => message).join(" ") : null;
};

/** Faults anywhere inside: `holidays[3]` holds `holidays[3].date`. */
export const faultsWithin = (faults: readonly Fault[], field: string): readonly Fault[] =>
  faults.filter(
    (fault) =>
      fault.field === field || (/^[.[]/.test(fault.field?.slice(field.length) ?? "") && fault.field?.startsWith(field)),
  );
