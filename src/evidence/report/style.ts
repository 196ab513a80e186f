/** How the report looks, on a phone as on A4 paper. */
export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 46rem; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; color: #16181d; background: #fff; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { margin-top: 2rem; border-top: 2px solid #16181d; padding-top: .75rem; font-size: 1.25rem; }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem; }
h4 { margin: .75rem 0 .25rem; font-size: 1rem; }
p, ul, dl { margin: .5rem 0; }
ul { padding-left: 1.25rem; }
dl { display: grid; grid-template-columns: minmax(8rem, 1fr) 3fr; gap: .15rem .75rem; }
dt { color: #4a4f59; }
dd { margin: 0; overflow-wrap: anywhere; }
bdi, code { overflow-wrap: anywhere; }
code { font: .9em/1.4 ui-monospace, monospace; }
.verdict { font-weight: 600; }
.note { color: #4a4f59; }
.added { border-left: 4px solid #16181d; padding-left: .5rem; color: #16181d; font-weight: 600; }
.line { height: 3.5rem; border-bottom: 1px solid #16181d; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
@page { size: A4; margin: 18mm; }
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, h4 { break-after: avoid; }
  article, .entry { break-inside: avoid-page; }
  .statement { break-before: page; }
}
`;
