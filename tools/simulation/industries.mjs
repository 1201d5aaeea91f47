// Writes data/reports/internet-plus-2016/industries.yaml, the frame that holds the ten industries for their simulation, from the ten
// specifications in industries/, the one source. Features are named with their industry in front.
//   node tools/simulation/industries.mjs
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, parseDocument } from 'yaml';

const at = (path) => fileURLToPath(new URL(`../../data/reports/internet-plus-2016/${path}`, import.meta.url));
const frame = parseDocument(readFileSync(at('industries.yaml'), 'utf8'));
const order = frame.toJS().tree.children.map(({ id }) => id);
const known = readdirSync(at('industries')).map((name) => name.replace('.yaml', ''));
if (known.toSorted().join() !== order.toSorted().join())
  throw new Error(`The frame holds ${order}, the folder ${known}`);
const children = order.map((id) => {
  const { tree } = parse(readFileSync(at(`industries/${id}.yaml`), 'utf8'));
  const named = (node) => ({ ...node, id: `${id}-${node.id}` });
  const { title, titleZh, weigh } = tree;
  return { id, title, titleZh, weigh, children: tree.children.map(named) };
});
frame.setIn(['tree', 'children'], frame.createNode(children));
writeFileSync(at('industries.yaml'), frame.toString({ lineWidth: 120, singleQuote: true }));
