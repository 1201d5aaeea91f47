import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

/** Who may import whom: a room uses what stands below it and what its arrow points to, never upward. */
const rooms = {
  core: [],
  readers: ['core'],
  audit: ['core'],
  data: [],
  adapters: ['core', 'readers', 'audit', 'data'],
  stats: ['core'],
  claims: ['core', 'stats'],
  'index-engine': ['core', 'stats'],
  workers: ['core'],
  figures: ['core'],
  render: ['core', 'figures'],
  findings: ['core', 'readers', 'data', 'adapters', 'audit', 'claims', 'stats', 'index-engine'],
  notebook: ['core', 'figures', 'render', 'workers'],
  explorer: ['core', 'readers', 'stats', 'index-engine', 'figures', 'workers'],
};
const allRooms = Object.keys(rooms);

/** npm packages a room may use, where the list is short enough to hold it to. */
const allowedPackages = {
  core: ['zod'],
  audit: [],
  stats: ['ml-matrix'], // for its tests alone
  workers: [],
  figures: ['vega-lite'],
};

const pureRooms = ['core', 'readers', 'audit', 'claims', 'stats', 'index-engine', 'figures'];

export default [
  { ignores: ['**/dist', '**/node_modules', '.nx', 'out', 'notebooks/**/*.ipynb'] },
  ...tseslint.configs.recommended,
  {
    plugins: { '@nx': nx },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // a checked index is an assertion in numeric code
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          enforceBuildableLibDependency: false,
          allow: [],
          depConstraints: [
            ...Object.entries(rooms).map(([room, uses]) => ({
              sourceTag: `room:${room}`,
              onlyDependOnLibsWithTags: [room, ...uses].map((used) => `room:${used}`),
              ...(allowedPackages[room] && {
                allowedExternalImports: ['vitest', 'fast-check', '@indexlab/*', ...allowedPackages[room]],
              }),
            })),
            { sourceTag: 'use', onlyDependOnLibsWithTags: [...allRooms.map((room) => `room:${room}`), 'use'] },
          ],
        },
      ],
    },
  },
  {
    files: pureRooms.map((room) => `packages/${room}/src/**/*.ts`),
    ignores: ['**/*.test.ts', '**/*.testing.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['node:*', 'fs', 'path'], message: 'This room is pure: no files, no system.' }] },
      ],
      'no-restricted-globals': ['error', 'process', 'performance', 'setTimeout'],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Take a RandomSource of core as a parameter.' },
        { object: 'Date', property: 'now', message: 'This room is pure: no clock.' },
      ],
    },
  },
];
