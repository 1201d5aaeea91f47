import * as z from 'zod';
import { specificationSchema } from './schema.js';

/**
 * The JSON Schema of a specification, for editors: `# yaml-language-server: $schema=…/specification.schema.json`.
 *
 * The committed file is `packages/index-engine/specification.schema.json`; a test holds the two together.
 *
 * @example
 * specificationJsonSchema().required // => ['id', 'title', 'tree']
 */
export function specificationJsonSchema(): Record<string, unknown> {
  return { title: 'Index specification', ...z.toJSONSchema(specificationSchema, { io: 'input', target: 'draft-7' }) };
}
