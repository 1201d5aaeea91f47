/** So many numbers of each row at a time: those of 135 rows stay in the processor's second cache. */
const block = 1024;

/**
 * The inner products of all pairs of rows of a matrix, in plain doubles: `products[i * count + j]`. Block by block of the
 * dimensions, and four rows by two at a time: eight products for each six numbers read.
 *
 * @param values `count` rows of `dimensions` numbers
 */
export function gramMatrix(values: Float64Array, count: number, dimensions: number): Float64Array {
  const gram = new Float64Array(count * count);
  for (let from = 0; from < dimensions; from += block) {
    const to = Math.min(from + block, dimensions);
    for (let i = 0; i < count; i += 4) {
      for (let j = 0; j < Math.min(i + 4, count); j += 2) addProducts(values, count, dimensions, i, j, from, to, gram);
    }
  }
  for (let i = 0; i < count; i += 1) for (let j = 0; j < i; j += 1) gram[j * count + i] = gram[i * count + j]!;
  return gram;
}

/** Adds the products of rows i to i + 3 with rows j and j + 1, as far as there are such rows. */
function addProducts(
  values: Float64Array,
  count: number,
  dimensions: number,
  i: number,
  j: number,
  from: number,
  to: number,
  gram: Float64Array,
): void {
  const last = (count - 1) * dimensions;
  const first = i * dimensions;
  const second = Math.min(first + dimensions, last);
  const third = Math.min(second + dimensions, last);
  const fourth = Math.min(third + dimensions, last);
  const left = j * dimensions;
  const right = Math.min(left + dimensions, last);
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let t = from; t < to; t += 1) {
    const x = values[left + t]!;
    const y = values[right + t]!;
    const p = values[first + t]!;
    const q = values[second + t]!;
    const r = values[third + t]!;
    const s = values[fourth + t]!;
    a += p * x;
    b += p * y;
    c += q * x;
    d += q * y;
    e += r * x;
    f += r * y;
    g += s * x;
    h += s * y;
  }
  const at = i * count + j;
  const two = j + 1 < count;
  add(gram, at, a, b, two);
  if (i + 1 < count) add(gram, at + count, c, d, two);
  if (i + 2 < count) add(gram, at + 2 * count, e, f, two);
  if (i + 3 < count) add(gram, at + 3 * count, g, h, two);
}

function add(gram: Float64Array, at: number, first: number, second: number, two: boolean): void {
  gram[at]! += first;
  if (two) gram[at + 1]! += second;
}
