/** The compiled watchlist; scripts/watchlist-plugin.ts provides it. */
declare module "virtual:watchlist" {
  const watchlist: import("./compile.ts").CompiledWatchlist;
  export default watchlist;
}
