import { describe, expect, test } from 'vitest';
import { judge, world } from '../../test/harbour.js';
import { claimTable } from '../index.js';

const table = claimTable(
  'parts',
  [{ name: 'part', role: 'unit' }, { name: 'count', role: 'count' }, { name: 'value' }],
  [
    ['one', '1', '1.2'],
    ['minus', '-1', '-1.2'],
    ['three', '3', '3.4'],
  ],
);
const stands = (printed: string, compute: string) => judge(printed, compute, world(table)).procedures;

describe('the procedures of rounding under which a claim stands', () => {
  test.each([
    ['0.12', ['half even', 'down']],
    ['0.13', ['half up', 'up']],
    ['0.14', []],
  ])('of an eighth printed as %s', (printed, wanted) => {
    expect(stands(printed, 'parts[one].count / 8')).toEqual(wanted);
    expect(stands(`-${printed}`, 'parts[minus].count / 8')).toEqual(wanted);
  });

  test.each([
    ['0.38', ['half up', 'half even', 'up']],
    ['0.37', ['down']],
  ])('of three eighths printed as %s', (printed, wanted) => {
    expect(stands(printed, 'parts[three].count / 8')).toEqual(wanted);
  });

  test('cells are rounded as the claim is', () => {
    expect(stands('4.8', 'sum(parts[one, three].value)')).toEqual(['down']);
    expect(stands('4.4', 'sum(parts[one, three].value)')).toEqual(['up']);
    expect(stands('-2.2', '2 * parts[minus].value')).toEqual(['up']);
    expect(stands('-2.6', '2 * parts[minus].value')).toEqual(['down']);
  });

  test('are not asked of what is exact or hedged', () => {
    expect(stands('3 parts', 'count(parts)')).toBeNull();
    expect(stands('over 1', 'parts[one].value')).toBeNull();
  });
});

describe('power in whole numbers', () => {
  test('counts the slips that the bounds do not meet', () => {
    // Of 3.4 there are nine slips in each digit and one swap; 3.3 and 3.5 touch what 3.4 stands for.
    expect(judge('12 %', 'parts[three].count / 25', world(table)).power).toBe(1);
    expect(judge('3.4', 'parts[three].value', world(table)).power).toBe(17 / 19);
    expect(judge('1.7', 'parts[three].value / 2', world(table)).power).toBe(1);
    expect(judge('0.1', 'parts[three].value - 3.3', world(table)).power).toBe(17 / 19);
  });
});
