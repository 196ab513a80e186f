/** The compiled watchlist; scripts/watchlist-plugin.ts provides it. */
declare module "virtual:watchlist" {
  const watchlist: import("./compile.ts").CompiledWatchlist;
  export default watchlist;
}

/** What authorities are called, for pages and the command-line tool; scripts/watchlist-plugin.ts provides it. */
declare module "virtual:authority-names" {
  const names: import("./authority-names.ts").AuthorityNames;
  export default names;
}

/** What pages show of the facts; scripts/watchlist-plugin.ts provides it. Too much for the background. */
declare module "virtual:dossiers" {
  const dossiers: import("./dossiers.ts").Dossiers;
  export default dossiers;
}
