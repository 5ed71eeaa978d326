// The keyboard of <sp-grid>, and what a menu of <sp-grid> is asked for:
// "row,column,level" (−1 for what is not meant) and the marked lines
// "top,left,bottom,right", which hold that row and column.
const within = (at, from, to) => at >= from && at <= to;

/** @param range of the marked cells, or of the active one */
export const asked = (target, model, range) => {
  const cell = target.closest('.c');
  if (cell) {
    const marked = within(cell.row, range.top, range.bottom) && within(cell.column, range.left, range.right);
    return detail(model, cell.row, cell.column, -1, marked ? range : { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
  }
  const head = target.closest('.h');
  if (head) {
    const { top, bottom } = within(head.row, range.top, range.bottom) ? range : { top: head.row, bottom: head.row };
    return detail(model, head.row, -1, head.level, { top, bottom, left: 0, right: model.columnCount - 1 });
  }
  const column = target.closest('.ch');
  if (column) {
    const { left, right } = within(column.column, range.left, range.right) ? range : { left: column.column, right: column.column };
    return detail(model, -1, column.column, column.level, { top: 0, bottom: model.rowCount - 1, left, right });
  }
  return null;
};

/** The same for the keyboard. */
export const asCell = (model, active, range) => detail(model, active.row, active.column, -1, range);

const detail = (model, row, column, level, r) => ({
  version: model.version,
  at: [row, column, level].join(','),
  marked: [r.top, r.left, r.bottom, r.right].join(','),
});

/** Where each key leads from a cell. */
export const moves = (row, column, m, page, ctrl) => ({
  ArrowUp: [ctrl ? 0 : row - 1, column],
  ArrowDown: [ctrl ? m.rowCount - 1 : row + 1, column],
  ArrowLeft: [row, ctrl ? 0 : column - 1],
  ArrowRight: [row, ctrl ? m.columnCount - 1 : column + 1],
  PageUp: [row - page, column],
  PageDown: [row + page, column],
  Home: [ctrl ? 0 : row, 0],
  End: [ctrl ? m.rowCount - 1 : row, m.columnCount - 1],
});
