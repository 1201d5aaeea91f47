/** Search and filters of the page; without it everything is shown. */
export const script = `const box = document.querySelector('input[type=search]');
const boxes = [...document.querySelectorAll('nav input[type=checkbox]')];
const kind = document.querySelector('nav select');
const shown = document.querySelector('nav output');
const rows = [...document.querySelectorAll('tr[data-verdict]')];
for (const row of rows) row.dataset.place = (row.closest('tbody').querySelector('.passage') ?? row.closest('section').querySelector('h2')).textContent;
const hide = (part) => { part.hidden = !part.querySelector('tr[data-verdict]:not([hidden])'); };
const update = () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const hidden = new Set(boxes.filter((one) => !one.checked).map((one) => one.value));
  for (const row of rows) {
    const text = (row.textContent + row.dataset.place).toLowerCase();
    row.hidden = hidden.has(row.dataset.verdict) || (kind && kind.value !== '' && row.dataset.class !== kind.value) || !words.every((word) => text.includes(word));
  }
  const all = words.length === 0 && hidden.size === 0 && !(kind && kind.value);
  for (const part of document.querySelectorAll('section[data-rows], tbody:has(> tr[data-verdict])')) if (all) part.hidden = false; else hide(part);
  shown.textContent = all ? '' : rows.filter((row) => !row.hidden).length + ' / ' + rows.length;
};
// A link to a row that a filter hides shows it all the same.
addEventListener('hashchange', () => {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (row && row.closest('[hidden]')) { for (let part = row; part; part = part.parentElement) part.hidden = false; row.scrollIntoView(); }
});
box.addEventListener('input', update);
for (const one of [...boxes, kind]) if (one) one.addEventListener('change', update);`;
