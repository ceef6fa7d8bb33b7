/** Who is affected, and whether they can go on, in the words of whoever asks. */
export const who = [
  { value: "ONE", label: "Only me" },
  { value: "SEVERAL", label: "Several people" },
  { value: "ALL", label: "Everyone" },
] as const;
export const can = [
  { value: "yes", label: "Yes, more or less" },
  { value: "no", label: "No, work stands still" },
] as const;
