// The part of a result that the browser holds: tiles of 100 rows and 50 columns, and the row heads of 100 rows (tile
// column −1). The oldest tiles are let go; a result of any size costs the same here.
export const ROWS = 100;
export const COLUMNS = 50;
const MOST = 160; // 160 tiles are 800,000 cells
const AT_ONCE = 16;

export class Tiles {
  #tiles = new Map();
  #asked = new Map();

  put(tile) {
    const key = `${tile.r}:${tile.c}`;
    this.#asked.delete(key);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile.d);
    while (this.#tiles.size > MOST) this.#tiles.delete(this.#tiles.keys().next().value);
  }

  /** [text, number, bar, …] of a cell; undefined while it is not here. */
  cell(row, column) {
    return this.#tiles.get(`${Math.floor(row / ROWS)}:${Math.floor(column / COLUMNS)}`)?.[row % ROWS]?.[column % COLUMNS];
  }

  /** {k: kind, h: heads} of a row; undefined while it is not here. */
  row(row) {
    return this.#tiles.get(`${Math.floor(row / ROWS)}:-1`)?.[row % ROWS];
  }

  /** What is missing in a window, as "row:column" of tiles, nearest first; what was asked for lately is not named again. */
  missing(top, bottom, first, last, now) {
    const wanted = [];
    for (let r = Math.floor(top / ROWS); r <= Math.floor(bottom / ROWS); r++) {
      for (const c of [-1, ...span(Math.floor(first / COLUMNS), Math.floor(last / COLUMNS))]) {
        const key = `${r}:${c}`;
        if (this.#tiles.has(key)) this.#touch(key);
        else if (!(now - this.#asked.get(key) < 5000)) wanted.push(key);
      }
    }
    const some = wanted.slice(0, AT_ONCE);
    some.forEach((key) => this.#asked.set(key, now));
    return some;
  }

  #touch(key) {
    const tile = this.#tiles.get(key);
    this.#tiles.delete(key);
    this.#tiles.set(key, tile);
  }

  /** Rows of a range as lines of real numbers with tabs between; null while a part is not here. */
  text(range) {
    const lines = [];
    for (let r = range.top; r <= range.bottom; r++) {
      const cells = [];
      for (let c = range.left; c <= range.right; c++) {
        const cell = this.cell(r, c);
        if (!cell) return null;
        cells.push(cell[1] ?? cell[0]);
      }
      lines.push(cells.join('\t'));
    }
    return lines.join('\n');
  }
}

const span = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
