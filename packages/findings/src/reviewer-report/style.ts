/** The style sheet of the reviewer's report; it prints well and follows the reader's colour scheme. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d9dee3; --paper: #fff; --tint: #f5f7f9;
  --reproduced: #1a7f5a; --consistent: #2f6fb3; --contradicted: #b3382c; --not-computable: #7a6a2b; --out: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #343b42; --paper: #14181c; --tint: #1c2126;
  --reproduced: #4cc795; --consistent: #7fb2ea; --contradicted: #f08a7c; --not-computable: #d1bd6c; --out: #9ca3af; } }
body { font: 16px/1.5 system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  color: var(--ink); background: var(--paper); max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
p.lead, .soft { color: var(--soft); } a { color: inherit; }
.score { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1.25rem 0; list-style: none; }
.score li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; }
.score b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
nav label { margin-right: 1rem; white-space: nowrap; }
article { border-top: 1px solid var(--line); padding: .9rem 0; }
article h3 { font-size: 1rem; margin: 0 0 .2rem; font-weight: 600; }
.tag { display: inline-block; font-size: .78rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; margin-right: .4rem; }
.reproduced { color: var(--reproduced); } .consistent { color: var(--consistent); } .contradicted { color: var(--contradicted); }
.not-computable { color: var(--not-computable); } .out { color: var(--out); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: .4rem 0; font-size: .93rem; }
dt { color: var(--soft); } dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
details { font-size: .88rem; } summary { cursor: pointer; color: var(--soft); }
table { border-collapse: collapse; margin: .4rem 0; } td, th { text-align: left; padding: .1rem .8rem .1rem 0; font-weight: normal; }
td { font-variant-numeric: tabular-nums; } tr { border-bottom: 1px solid var(--line); } code { font-size: .85em; }
@media print { nav, summary { display: none; } details > * { display: block; } }
`;
