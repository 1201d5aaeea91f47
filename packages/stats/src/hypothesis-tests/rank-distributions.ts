/**
 * The probabilities of each value 0, 1, … of the Mann-Whitney statistic for groups of m and n values without ties.
 *
 * A group of m among m + n: the largest of all is in the first group with probability m / (m + n), above n others.
 */
export function rankSumProbabilities(m: number, n: number): Float64Array {
  // rows[j] is the distribution for (i, j), i growing from 0 to m.
  let rows = Array.from({ length: n + 1 }, () => Float64Array.of(1));
  for (let i = 1; i <= m; i += 1) {
    const next = [Float64Array.of(1)];
    for (let j = 1; j <= n; j += 1) {
      const [fromFirst, fromSecond] = [rows[j]!, next[j - 1]!];
      const probabilities = new Float64Array(i * j + 1);
      fromFirst.forEach((value, u) => (probabilities[u + j]! += (value * i) / (i + j)));
      fromSecond.forEach((value, u) => (probabilities[u]! += (value * j) / (i + j)));
      next.push(probabilities);
    }
    rows = next;
  }
  return rows[n]!;
}

/** The probabilities of each value 0, 1, … of the signed-rank statistic of n differences without ties. */
export function signedRankProbabilities(n: number): Float64Array {
  const probabilities = new Float64Array((n * (n + 1)) / 2 + 1);
  probabilities[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) {
    for (let sum = (rank * (rank + 1)) / 2; sum >= 0; sum -= 1) {
      probabilities[sum] = (probabilities[sum]! + (sum >= rank ? probabilities[sum - rank]! : 0)) / 2;
    }
  }
  return probabilities;
}

/** The probabilities of each number 0, 1, … of concordant pairs among n values in random order without ties. */
export function concordantProbabilities(n: number): Float64Array {
  let probabilities = Float64Array.of(1);
  for (let count = 2; count <= n; count += 1) {
    // The new value is concordant with any number of those before it, all equally likely.
    const next = new Float64Array(probabilities.length + count - 1);
    probabilities.forEach((value, pairs) => {
      for (let more = 0; more < count; more += 1) next[pairs + more]! += value / count;
    });
    probabilities = next;
  }
  return probabilities;
}
