/** The part that the benchmark uses: a moment with working hours. */
declare module "moment-business-time" {
  type Working = { addWorkingTime(amount: number, unit: string): Working; unix(): number };
  const moment: {
    (at: number): Working;
    updateLocale(name: string, settings: object): void;
  };
  export default moment;
}
