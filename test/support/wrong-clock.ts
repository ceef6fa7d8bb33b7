/**
 * Loaded before a program, it makes the host's clock wrong by so many milliseconds: whatever asks `Date` for the time is
 * told another. What is built from given numbers stays right.
 */
const off = Number(process.env["HOST_CLOCK_OFF_MS"]);
const wrongNow = () => RealDate.now() + off;
const RealDate = Date;

globalThis.Date = new Proxy(RealDate, {
  construct: (real, given) => Reflect.construct(real, given.length > 0 ? given : [wrongNow()]),
  apply: () => new RealDate(wrongNow()).toString(),
  get: (real, key) => (key === "now" ? wrongNow : Reflect.get(real, key)),
});
