/** Writes the JSON Schema of index specifications for editors: npm run build && node tools/specification-schema.mjs */
import { writeFileSync } from 'node:fs';
import { specificationJsonSchema } from '../packages/index-engine/dist/index.js';

const file = new URL('../packages/index-engine/specification.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(specificationJsonSchema(), null, 2)}\n`);
