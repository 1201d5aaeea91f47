/** Search and filters of the page; without it everything is shown. */
export const script = `const box = document.querySelector('input[type=search]');
const boxes = [...document.querySelectorAll('nav input[type=checkbox]')];
const rows = [...document.querySelectorAll('tr[data-verdict]')];
const update = () => {
  const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const hidden = new Set(boxes.filter((one) => !one.checked).map((one) => one.value));
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = hidden.has(row.dataset.verdict) || !words.every((word) => text.includes(word));
  }
  for (const part of document.querySelectorAll('section[data-rows]')) part.hidden = words.length > 0 && !part.querySelector('tr[data-verdict]:not([hidden])');
};
box.addEventListener('input', update);
for (const one of boxes) one.addEventListener('change', update);`;
