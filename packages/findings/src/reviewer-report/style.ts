/** The style sheet of the reviewer's report; it prints well and follows the reader's colour scheme. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #5b6570; --line: #d9dee3; --paper: #fff; --tint: #f5f7f9;
  --reproduced: #1a7f5a; --consistent: #2f6fb3; --contradicted: #b3382c; --not-computable: #7a6a2b; --out: #6b7280; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #9aa4ae; --line: #343b42; --paper: #14181c; --tint: #1c2126;
  --reproduced: #4cc795; --consistent: #7fb2ea; --contradicted: #f08a7c; --not-computable: #d1bd6c; --out: #9ca3af; } }
body { font: 16px/1.5 system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif;
  color: var(--ink); background: var(--paper); max-width: 76rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; break-after: avoid; }
.soft, .soft a { color: var(--soft); } a { color: inherit; }
section > h2 { display: inline-block; } .back { font-size: .8rem; margin-left: .6rem; color: var(--soft); }
.contents { columns: 2 22rem; column-gap: 2.5rem; } .overview td:not(:first-child), .overview th:not(:first-child) { text-align: right; }
nav { position: sticky; top: 0; background: var(--paper); padding: .5rem 0; z-index: 1; } nav label { margin-right: .7rem; font-size: .93rem; white-space: nowrap; }
nav input[type=search], nav select { font: inherit; padding: .25rem .5rem; max-width: 100%; margin-right: 1rem; } nav input[type=search] { width: 17rem; }
.summary li { margin: .15rem 0; } .causes > li { margin: .8rem 0; break-inside: avoid; }
.reply { border: 1px dashed var(--line); border-radius: .4rem; padding: .5rem .7rem 3.5rem; margin: .5rem 0; break-inside: avoid; } .reply p { white-space: pre-wrap; margin: .3rem 0; }
.tag { display: inline-block; font-size: .78rem; font-weight: 600; border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; margin-right: .4rem; } .headline { color: var(--contradicted); }
.reproduced { color: var(--reproduced); } .consistent { color: var(--consistent); } .contradicted { color: var(--contradicted); }
.not-computable { color: var(--not-computable); } .out, .untestable { color: var(--out); }
table { border-collapse: collapse; margin: .4rem 0; } td, th { text-align: left; padding: .1rem .8rem .1rem 0; font-weight: normal; vertical-align: top; font-variant-numeric: tabular-nums; }
tr { border-bottom: 1px solid var(--line); } code { font-size: .85em; } small, th, .tokens { color: var(--soft); } .tokens { font-size: .9em; }
.score td { text-align: right; } .score b { font-size: 1.25rem; } .score thead th { font-size: .85rem; vertical-align: bottom; }
.claims, .claims thead, .claims tbody { display: block; font-size: .88rem; } .claims tbody[hidden] { display: none; }
.claims tr { display: grid; grid-template-columns: 28fr 22fr 14fr 24fr 12fr; overflow-wrap: anywhere; } .claims td { min-width: 0; }
.claims .passage { display: block; } .claims .wide td:nth-child(2) { grid-area: 2 / 1 / 3 / -1; } .claims .wide td:nth-child(3) { grid-column: 2 / 4; }
.claims .passage th { display: block; padding-top: .8rem; color: var(--ink); font-weight: 600; } .passage { break-after: avoid; }
.plain { font-size: .9rem; } tr:target, li:target { background: var(--tint); } tr[hidden], section[hidden], .claims tr[hidden] { display: none; }
[id] { scroll-margin-top: 5rem; }
dl { display: grid; grid-template-columns: minmax(9rem, max-content) 1fr; gap: .1rem .9rem; margin: .4rem 0; font-size: .93rem; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; font-variant-numeric: tabular-nums; } dd ul { margin: 0; padding-left: 1.1rem; } .access { grid-template-columns: 14rem 1fr; }
@media (max-width: 45rem) { dl, .access { display: block; } nav { position: static; } [id] { scroll-margin-top: 0; }
  .claims tr, .claims td, .plain, .plain tbody, .plain tr, .plain td { display: block; width: auto; } .claims thead, .plain thead { display: none; } .claims tr, .plain tr { padding: .4rem 0; }
  .score, .overview { font-size: .8rem; } .score td, .score th { padding-right: .3rem; } .score b { font-size: 1rem; } .score th:first-child { font-size: .72rem; }
  .score thead th, .overview thead th { font-size: .74rem; } .score thead th:not(:first-child), .overview thead th:not(:first-child) { writing-mode: vertical-rl; transform: rotate(180deg); }
  .overview, .overview thead, .overview tbody { display: block; } .overview tr { display: grid; grid-template-columns: repeat(7, 1fr); } .overview tr > :first-child { grid-column: 1 / -1; } }
@page { size: A4; margin: 14mm 13mm 16mm; @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt sans-serif; } }
@media print { nav, .back { display: none; } section > h2 { display: block; } section > .soft { break-after: avoid; } body { max-width: none; margin: 0; padding: 0; font-size: 9.5pt; color-scheme: light; } tr { break-inside: avoid; } .wide { break-inside: auto; } a { text-decoration: none; }
  .claims, .claims tbody, .claims thead, .plain { font-size: 7.5pt; line-height: 1.35; } .contents { columns: 2; font-size: 8pt; } dl { font-size: 8pt; } }
`;
