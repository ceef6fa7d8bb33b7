/** `99.4 %`, and never `100 %` where something was missed: rounding must not hide a breach. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  const tenths = share === 1 ? 1_000 : Math.min(999, Math.round(share * 1_000));
  return `${(tenths / 10).toLocaleString("en", { maximumFractionDigits: 1 })} %`;
}
