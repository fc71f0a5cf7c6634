/** Loads a library when it is first asked for. A load that failed is forgotten, so that the next call tries again. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () =>
    (loaded ??= load().catch((failure) => {
      loaded = undefined;
      throw failure;
    }));
}
