/** How a long export is watched and stopped. */
export interface Course {
  /** Told the part that is done, 0 to 1, never less than before. */
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Stops here if it is to be stopped, and else tells how much is done. @throws the signal's reason. */
export function step({ onProgress, signal }: Course, done: number): void {
  signal?.throwIfAborted();
  onProgress?.(done);
}
