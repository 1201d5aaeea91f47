import { assertThat } from '@indexlab/core';

/**
 * Service value (服务项目价值): second-level query services x 1 + second-level transaction services x 3.
 *
 * @param queries how many services answer a query
 * @param transactions how many services complete a transaction
 * @throws IndexlabError when a count is negative or not whole
 *
 * Source: China "Internet Plus" Index 2016, section 1.4.
 *
 * @example
 * serviceValue(8, 3) // => 8 * 1 + 3 * 3
 */
export function serviceValue(queries: number, transactions: number): number {
  for (const count of [queries, transactions]) {
    assertThat(Number.isInteger(count) && count >= 0, () => `serviceValue requires counts of services, got ${count}`);
  }
  return queries * 1 + transactions * 3;
}

/**
 * Return rate (回流率): distinct users of two consecutive months over distinct users of the first.
 *
 * @param usersOfBothMonths distinct users who came in both months
 * @param usersOfFirstMonth distinct users of the first month
 * @throws IndexlabError when there are no users in the first month, or more came back than were there
 *
 * Source: China "Internet Plus" Index 2016, section 1.4.
 *
 * @example
 * returnRate(202, 1000) // => 0.202
 */
export function returnRate(usersOfBothMonths: number, usersOfFirstMonth: number): number {
  assertThat(
    usersOfFirstMonth > 0 && usersOfBothMonths >= 0 && usersOfBothMonths <= usersOfFirstMonth,
    () =>
      `returnRate requires users of both months among those of the first, got ${usersOfBothMonths} of ${usersOfFirstMonth}`,
  );
  return usersOfBothMonths / usersOfFirstMonth;
}

/**
 * Failure rate (故障率): time out of order over total time.
 *
 * @param failureHours hours out of order in the month
 * @param totalHours hours of the month
 * @throws IndexlabError when the total is not positive or smaller than the failure
 *
 * Source: China "Internet Plus" Index 2016, section 1.4.
 *
 * @example
 * failureRate(3, 720) // => 3 / 720
 */
export function failureRate(failureHours: number, totalHours: number): number {
  assertThat(
    totalHours > 0 && failureHours >= 0 && failureHours <= totalHours,
    () => `failureRate requires failure within the total time, got ${failureHours} of ${totalHours} hours`,
  );
  return failureHours / totalHours;
}
