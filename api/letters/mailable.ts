/** Addresses that nobody reads, or that answer by themselves: writing to them would begin a conversation of machines. */
const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|abuse)([+-].*)?$/i;

/** Whether a person is reached at an address: not a machine, and not the desk itself. `own`: the desk's own addresses and domain of answers. */
export function isMailable(address: string, own: readonly string[]): boolean {
  const at = address.lastIndexOf("@");
  if (at < 1 || at === address.length - 1 || /[\s<>]/.test(address)) return false;
  const [local, whole] = [address.slice(0, at), address.toLowerCase()];
  if (MACHINES.test(local)) return false;
  return !own.some((one) => (one.includes("@") ? one.toLowerCase() === whole : isReplyAt(whole, one)));
}

const isReplyAt = (address: string, domain: string) =>
  address.startsWith("reply+") && address.endsWith(`@${domain.toLowerCase()}`);
