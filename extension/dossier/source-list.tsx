import { sourceAddress, sourceLabel } from "./source-label.ts";

/** Where statements come from: links for what is on the web, titles for what is not. */
export function SourceList({ sources }: { readonly sources: readonly string[] }) {
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={source}>
          <Source source={source} />
        </li>
      ))}
    </ul>
  );
}

/** One source, called by `label` or by its address. */
export function Source({ source, label = sourceLabel(source) }: { readonly source: string; readonly label?: string }) {
  const address = sourceAddress(source);
  if (address === null) return label;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener" title={address}>
      {label}
    </a>
  );
}
