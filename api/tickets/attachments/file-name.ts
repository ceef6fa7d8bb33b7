const LONGEST = 200;
/** Control characters, and those that turn the direction of writing: "gpj.exe" is not to be read as "exe.jpg". */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSEEN = /[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name that can be kept, shown and saved under on any system: what is before the last slash is somebody's folder. */
export function fileName(said: string | undefined): string {
  const name = (said ?? "")
    .toWellFormed()
    .normalize("NFC")
    .replace(/^.*[\\/]/s, "")
    .replace(UNSEEN, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[\s.]+|[\s.]+$/g, "");
  if (name === "") return "file";
  return name.length <= LONGEST ? name : shortened(name);
}

/** The ending stays: systems go by it. */
function shortened(name: string): string {
  const ending = /\.[^.\s]{1,10}$/.exec(name)?.[0] ?? "";
  return `${name
    .slice(0, LONGEST - ending.length)
    .toWellFormed()
    .replace(/\ufffd$/, "")}${ending}`;
}
