// Where the columns of <sp-grid> lie: widths follow the longest texts the server names, or the reader's own hand.
const LIMITS = { head: [72, 240], cell: [68, 220], own: [40, 600] };
const LINE = 80; // of a trend
const clamp = (w, [low, high]) => Math.min(high, Math.max(low, Math.ceil(w)));

export class Columns {
  heads = []; // widths of the head columns
  head = 0; // their sum
  xs = [0]; // left edge of each column, and the right edge of the last
  #own = new Map();
  #pen = document.createElement('canvas').getContext('2d');

  forget() {
    this.#own.clear();
  }

  /** A width by hand, or the fitting one again (null). */
  resize(model, font, column, width) {
    if (width === null) this.#own.delete(column);
    else this.#own.set(column, clamp(width, LIMITS.own));
    this.measure(model, font);
  }

  measure(m, font) {
    const text = (t, bold) => {
      this.#pen.font = `${bold ? 600 : 400} 13px ${font}`;
      return this.#pen.measureText(t).width;
    };
    this.heads = m.headColumns.map((h) => clamp(Math.max(text(h.t, Boolean(h.o)) + (h.o ? 15 : 0), text(h.w, true) + 26) + 18, LIMITS.head));
    this.head = this.heads.reduce((a, b) => a + b, 0);
    const widths = m.columns.map((column) => (column.l ? LINE : text(column.w, true)));
    m.heads.forEach((line, level) => {
      for (const h of line) if (h.n === 1) widths[h.c] = Math.max(widths[h.c], text(h.t, level < m.heads.length - 1 || m.heads.length === 1) + (h.b ? 20 : 0) + (m.columns[h.c].o ? 15 : 0));
    });
    this.xs = [this.head];
    widths.forEach((w, i) => (this.xs[i + 1] = this.xs[i] + (this.#own.get(i) ?? clamp(w + 18, LIMITS.cell))));
  }

  /** Columns whose x range meets [left, right). */
  between(left, right) {
    const count = this.xs.length - 1;
    const at = (x) => {
      let low = 0;
      let high = count - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (this.xs[middle] <= x) low = middle;
        else high = middle - 1;
      }
      return low;
    };
    return [at(left), at(right - 1)];
  }

  headLeft(column) {
    return this.heads.slice(0, column).reduce((a, b) => a + b, 0);
  }

  headWidth(column, span) {
    return this.heads.slice(column, column + span).reduce((a, b) => a + b, 0);
  }
}
