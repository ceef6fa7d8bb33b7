import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Why no folder can be there, or null when one is there or can be made. */
export function whyNoFolder(path: string): string | null {
  let at = resolve(path);
  while (!existsSync(at)) at = dirname(at); // the root always exists
  if (!isFolder(at)) return `${at} is a file, not a folder.`;
  return mayWrite(at) ? null : `${at} may not be written to.`;
}

/** Why no file can be written there, or null when it can. */
export function whyNoFile(path: string): string | null {
  const file = resolve(path);
  const folder = dirname(file);
  if (!existsSync(folder)) return `there is no folder ${folder}: make it first.`;
  if (!isFolder(folder)) return `${folder} is a file, not a folder.`;
  if (existsSync(file) && isFolder(file)) return `${file} is a folder, not a file.`;
  return mayWrite(existsSync(file) ? file : folder) ? null : `${file} may not be written to.`;
}

const isFolder = (path: string) => statSync(path).isDirectory();

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
