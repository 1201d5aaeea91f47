import { checkRoles, type Role } from '@indexlab/audit';
import { type Column, type Data, dataSource, Table, textsOf } from '@indexlab/core';
import { placeFinder } from './place-finder.js';

/**
 * What a reader should know about the units of a panel or a table before calculating with them: names that the gazetteer
 * takes for one place, which count as several units, and units that stand at some times only.
 *
 * @param columns the column of the units, and that of the times, where there is one
 * @throws IndexlabError when a column is missing
 *
 * @example
 * const data = { city: ['Beijing', '北京', 'Shanghai', 'Shanghai'], year: [2015, 2016, 2015, 2016] };
 * unitWarnings(data, { unit: 'city', time: 'year' })
 * // => ['One place stands under 2 names, which count as 2 units: Beijing (2015), 北京 (2016).']
 */
export function unitWarnings(
  data: Data,
  { unit, time }: { readonly unit: string; readonly time?: string | undefined },
): string[] {
  const source = dataSource(data);
  const names = time === undefined || time === unit ? [unit] : [unit, time];
  const columns = names.map((name): Column => ({ type: 'text', name, values: textsOf(source, name) }));
  const roles: Record<string, Role> = {
    ...(time !== undefined && { [time]: { role: 'time' } }),
    [unit]: { role: 'unit' },
  };
  const { problems } = checkRoles(new Table(columns), roles, { placeOf: placeFinder() }, [
    'duplicate-place',
    'place-spellings',
    'absent-in-some-times',
  ]);
  return problems.map(({ message }) => message);
}
