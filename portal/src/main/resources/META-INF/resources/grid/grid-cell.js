// A cell of <sp-grid>, drawn.
import { el } from './grid-style.js';

/**
 * @param xs left edges of the columns
 * @param data [text, number, bar in %, mark], null while it waits; a mark of one letter is a light with its sign
 */
export const drawn = (model, xs, row, column, data) => {
  const meta = model.columns[column];
  const cell = el('div', `c${meta.g ? ' start' : ''}${meta.k === 't' ? ' tot' : ''}`);
  cell.style.cssText = `left:${xs[column]}px;width:${xs[column + 1] - xs[column]}px`;
  cell.setAttribute('role', 'gridcell');
  cell.setAttribute('aria-colindex', model.headColumns.length + column + 1);
  cell.row = row;
  cell.column = column;
  if (!data) {
    cell.classList.add('wait');
    return cell;
  }
  const [text, , bar, mark] = data;
  if (mark) cell.classList.add(mark);
  if (bar > 0) {
    const tint = el('i');
    tint.style.width = `${bar}%`;
    cell.append(tint);
  }
  if (mark && mark.length === 1) {
    const light = el('s', `st ${mark}`);
    light.setAttribute('role', 'img');
    light.setAttribute('aria-label', model.texts[mark]);
    cell.append(light);
  }
  cell.append(el('b', '', text));
  return cell;
};
