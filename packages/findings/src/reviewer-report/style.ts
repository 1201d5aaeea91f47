/** The style sheet of the reviewer's report; it prints well and follows the reader's colour scheme. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d9dee3; --paper: #fff; --tint: #f5f7f9;
  --reproduced: #1a7f5a; --consistent: #2f6fb3; --contradicted: #b3382c; --not-computable: #7a6a2b; --out: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #343b42; --paper: #14181c; --tint: #1c2126;
  --reproduced: #4cc795; --consistent: #7fb2ea; --contradicted: #f08a7c; --not-computable: #d1bd6c; --out: #9ca3af; } }
body { font: 16px/1.5 system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  color: var(--ink); background: var(--paper); max-width: 76rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
p.lead, .soft { color: var(--soft); } a { color: inherit; }
.score { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 1.25rem 0; list-style: none; }
.score li { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .9rem; }
.score b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
nav label { margin-right: 1rem; white-space: nowrap; }
section > h2 { display: inline-block; } .back { font-size: .8rem; margin-left: .6rem; color: var(--soft); }
nav { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; } nav input[type=search] { font: inherit; padding: .25rem .5rem; width: 18rem; max-width: 100%; margin-right: 1rem; }
.summary li { margin: .15rem 0; } .reply { border: 1px dashed var(--line); border-radius: .4rem; padding: .5rem .7rem 3rem; }
section > table { width: 100%; table-layout: fixed; font-size: .88rem; } th:nth-child(1), td:nth-child(1) { width: 30%; } th:nth-child(2) { width: 22%; } th:nth-child(3) { width: 16%; } th:nth-child(5) { width: 10%; }
td { vertical-align: top; overflow-wrap: anywhere; } th { color: var(--soft); } small { color: var(--soft); } .id { color: var(--soft); font-size: .8rem; } .tokens { color: var(--soft); } tr:target { background: var(--tint); } tr[hidden], section[hidden] { display: none; }
.tag { display: inline-block; font-size: .78rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; margin-right: .4rem; }
.reproduced { color: var(--reproduced); } .consistent { color: var(--consistent); } .contradicted { color: var(--contradicted); }
.not-computable { color: var(--not-computable); } .out { color: var(--out); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem .9rem; margin: .4rem 0; font-size: .93rem; }
dt { color: var(--soft); } dd { margin: 0; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
table { border-collapse: collapse; margin: .4rem 0; } td, th { text-align: left; padding: .1rem .8rem .1rem 0; font-weight: normal; }
td { font-variant-numeric: tabular-nums; } tr { border-bottom: 1px solid var(--line); } code { font-size: .85em; }
@media print { nav, .back { display: none; } body { max-width: none; margin: 0; font-size: 10pt; } tr { break-inside: avoid; } }
`;
