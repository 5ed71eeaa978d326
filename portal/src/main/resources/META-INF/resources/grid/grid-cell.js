// A cell of <sp-grid>, drawn.
import { el } from './grid-style.js';

/**
 * @param xs left edges of the columns
 * @param data [text, number, bar in %, mark, trend], null while it waits; a mark of one letter is a light with its sign;
 *     the points of a trend are heights from 0 to 100, −1 where there is none
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
  const [text, , bar, mark, trend] = data;
  if (trend) {
    cell.classList.add('trend');
    cell.title = text;
    cell.setAttribute('aria-label', model.texts.trend.replace('{0}', text));
    cell.append(line(trend));
    return cell;
  }
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

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 18;

/** A line through the points of a trend, broken where one is missing, with a dot at the last. */
const line = (points) => {
  const svg = document.createElementNS(SVG, 'svg');
  const y = (height) => 2 + ((100 - height) / 100) * (HEIGHT - 4);
  const step = 100 / (points.length - 1);
  let d = '';
  points.forEach((height, i) => {
    if (height >= 0) d += `${i > 0 && points[i - 1] >= 0 ? 'L' : 'M'}${(i * step).toFixed(1)} ${y(height).toFixed(1)}${points[i - 1] >= 0 || points[i + 1] >= 0 ? '' : 'h0'}`;
  });
  svg.setAttribute('viewBox', `0 0 100 ${HEIGHT}`);
  svg.setAttribute('preserveAspectRatio', 'none');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', d);
  svg.append(path);
  const last = points.at(-1);
  const all = [svg];
  if (last >= 0) {
    const dot = el('u');
    dot.style.top = `${y(last) + 1.5}px`;
    all.push(dot);
  }
  const box = el('span', 'line');
  box.append(...all);
  return box;
};
