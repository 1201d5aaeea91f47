/**
 * The inner products of all pairs of rows of a matrix, in plain doubles: `products[i * count + j]`. Two rows by two at a
 * time: four products for each four numbers read.
 *
 * @param values `count` rows of `dimensions` numbers
 */
export function gramMatrix(values: Float64Array, count: number, dimensions: number): Float64Array {
  const gram = new Float64Array(count * count);
  for (let i = 0; i < count; i += 2) {
    const nextI = Math.min(i + 1, count - 1);
    for (let j = 0; j <= i; j += 2) {
      const nextJ = Math.min(j + 1, count - 1);
      const [a, b, c, d] = [i * dimensions, nextI * dimensions, j * dimensions, nextJ * dimensions];
      let ac = 0;
      let ad = 0;
      let bc = 0;
      let bd = 0;
      for (let t = 0; t < dimensions; t += 1) {
        const inA = values[a + t]!;
        const inB = values[b + t]!;
        const inC = values[c + t]!;
        const inD = values[d + t]!;
        ac += inA * inC;
        ad += inA * inD;
        bc += inB * inC;
        bd += inB * inD;
      }
      gram[i * count + j] = gram[j * count + i] = ac;
      gram[i * count + nextJ] = gram[nextJ * count + i] = ad;
      gram[nextI * count + j] = gram[j * count + nextI] = bc;
      gram[nextI * count + nextJ] = gram[nextJ * count + nextI] = bd;
    }
  }
  return gram;
}
