/** Expression for the extension: the names of its databases, which in Chromium are in buckets of the same names. */
export const DATABASES = `(navigator.storageBuckets?.keys() ?? indexedDB.databases().then((all) => all.map(({ name }) => name)))`;

/** Expression for the extension: where a database is to be opened. */
export const factoryOf = (name: string) =>
  `(navigator.storageBuckets?.open("${name}").then((bucket) => bucket.indexedDB) ?? indexedDB)`;
