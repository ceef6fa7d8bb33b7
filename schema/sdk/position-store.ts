/** Where a reader keeps its place. `save` is called once what lies before the position was handled. */
export type PositionStore = {
  /** The place that was saved last; null: none yet. */
  load(): Promise<string | null>;
  save(position: string): Promise<void>;
};

/** A place kept in a file, which holds the old or the new one at any instant, never half of it. For one process at a time. */
export const fileStore = (path: string): PositionStore => ({
  async load() {
    const { readFile } = await import("node:fs/promises");
    const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    return text?.trim() || null;
  },
  async save(position) {
    const { rename, writeFile } = await import("node:fs/promises");
    await writeFile(`${path}.new`, `${position}\n`);
    await rename(`${path}.new`, path);
  },
});
