import { fileURLToPath } from 'node:url';

/** A program that opens a store, says so, and does what it is told; `put` puts 3,000 records in that hold the snapshot's number. */
export function writer(path: string, work: string): string {
  const adapters = fileURLToPath(new URL('../../dist/index.js', import.meta.url));
  return `
    const { openStore } = await import(${JSON.stringify(adapters)});
    const store = await openStore(${JSON.stringify(path)});
    let next = (await store.snapshots()).length + 1;
    const put = async () => {
      await store.put(Array.from({ length: 3000 }, (_, index) => ({ place: 'p' + index, year: 2020, indicator: 'x', value: next })));
      next += 1;
      console.log('put');
    };
    await put();
    ${work}
  `;
}
