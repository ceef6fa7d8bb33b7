/** "640 bytes", "12 KB", "3.4 MB": as file managers say it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1_024) return bytes === 1 ? "1 byte" : `${bytes} bytes`;
  if (bytes < 1_048_576) return `${Math.round(bytes / 1_024)} KB`;
  const megabytes = bytes / 1_048_576;
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}

/** Pictures that pages show; whatever else a file is, it is a download. */
const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp"]);
export const isPicture = (contentType: string): boolean => SHOWN.has(contentType);

/** "Screenshot.png", whatever a browser calls what was pasted; the second of a message is told apart. */
export function pastedName(name: string, there: readonly string[]): string {
  if (!/^image\.\w+$/i.test(name)) return name;
  const ending = name.slice(name.lastIndexOf(".")).toLowerCase();
  for (let n = 1; ; n++) {
    const own = `Screenshot${n === 1 ? "" : ` ${n}`}${ending}`;
    if (!there.includes(own)) return own;
  }
}
