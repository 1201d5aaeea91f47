import { expect, test } from 'vitest';
import { chart } from './chart.js';
import { fontStack } from './theme.js';

test('chart adds the title, the fonts and the schema to a specification', () => {
  const { spec } = chart(
    { data: { values: [] }, mark: 'bar', config: { bar: { color: 'red' } } },
    { title: '标题', subtitle: 'more' },
  );
  expect(spec.title).toEqual({ text: '标题', subtitle: 'more' });
  expect(spec.config).toMatchObject({ font: fontStack, bar: { color: 'red' } });
  expect(spec.$schema).toMatch('v6');
});

test('chart refuses data that would have to be fetched', () => {
  expect(() => chart({ data: { url: 'data.csv' }, mark: 'bar' }, { title: 't' })).toThrow('got a url');
  expect(() =>
    chart({ data: { values: [] }, layer: [{ data: { url: 'data.csv' }, mark: 'bar' }] }, { title: 't' }),
  ).toThrow('got a url');
});
