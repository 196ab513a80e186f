/**
 * What is waited for, unless that takes too long.
 * @param longest in milliseconds
 * @throws Error when it takes longer: then nobody waits for it any more. Rejects as it does before.
 */
export function inTime<Result>(answer: Promise<Result>, longest: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long.")), longest);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
