// Arrow keys, Home and End move between the links of a table that asks for it by data-arrow-keys.
const MOVES = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0], Home: [0, -Infinity], End: [0, Infinity] };

const links = (row) => [...row.cells].map((cell) => cell.querySelector('a'));

function next(rows, row, column, [down, right]) {
  if (!down) {
    const here = links(rows[row]);
    const filled = here.flatMap((link, i) => (link ? [i] : []));
    const at = filled.indexOf(column) + right;
    return here[filled[Math.min(filled.length - 1, Math.max(0, at))]];
  }
  for (let i = row + down; i >= 0 && i < rows.length; i += down) {
    const link = links(rows[i])[column];
    if (link) {
      return link;
    }
  }
  return null;
}

document.addEventListener('keydown', (event) => {
  const move = MOVES[event.key];
  const cell = move && event.target.closest?.('table[data-arrow-keys] td, table[data-arrow-keys] th');
  if (!cell) {
    return;
  }
  const rows = [...cell.closest('table').rows];
  const link = next(rows, rows.indexOf(cell.parentElement), cell.cellIndex, move);
  if (link) {
    event.preventDefault();
    link.focus();
  }
});
