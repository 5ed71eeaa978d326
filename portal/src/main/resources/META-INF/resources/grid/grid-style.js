// Sizes and look of <sp-grid>. Colours come from tokens.css.
export const ROW = 22;
export const HEAD = 25;

export const sheet = new CSSStyleSheet();
sheet.replaceSync(`
* { box-sizing: border-box; }
:host { display: block; position: relative; min-height: 0; overflow: hidden; background: var(--sp-surface); font-size: 13px; color: var(--sp-ink); }
.scroll { position: absolute; inset: 0; overflow: auto; outline: none; }
.size { position: relative; min-width: 100%; display: flex; flex-direction: column; }
.head { position: sticky; top: 0; z-index: 3; flex: none; background: var(--sp-surface-2); border-bottom: 1px solid var(--sp-line-2); }
.corner { position: sticky; left: 0; z-index: 2; background: var(--sp-surface-2); border-right: 1px solid var(--sp-line-2); }
.corner div { position: absolute; bottom: 0; height: ${HEAD}px; line-height: ${HEAD}px; padding: 0 8px; font-size: 12px; color: var(--sp-ink-2); font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-right: 1px solid var(--sp-line); }
.corner div:last-child { border-right: 0; }
.ch { position: absolute; padding: 0 8px; line-height: ${HEAD - 1}px; overflow: clip; white-space: nowrap; border-left: 1px solid var(--sp-line); border-bottom: 1px solid var(--sp-line); background: var(--sp-surface-2); }
.ch span.t { display: inline-block; max-width: 100%; overflow: hidden; text-overflow: ellipsis; vertical-align: top; }
.ch.group { text-align: center; font-weight: 600; border-left-color: var(--sp-line-2); } .ch.leaf { text-align: right; color: var(--sp-ink-2); font-size: 12px; font-weight: 500; border-bottom: 0; border-left-color: transparent; }
.ch.far { text-align: left; } .ch.far span.t { position: sticky; max-width: none; }
.ch.start { border-left-color: var(--sp-line-2); } .ch.total { color: var(--sp-ink); font-weight: 600; }
.sortable .corner div, .sortable .sorts { cursor: pointer; } .order { margin-left: 4px; } .ch.ordered, .corner div.ordered { color: var(--sp-ink); font-weight: 600; } .ch.ordered span.t { max-width: calc(100% - 15px); }
.grip { position: absolute; right: 0; top: 0; bottom: 0; width: 6px; cursor: col-resize; } .grip:hover { background: var(--sp-primary-20); }
.space { flex: 1; } .foot { position: sticky; bottom: 0; z-index: 2; flex: none; } .foot .row:first-child .c, .foot .row:first-child .h { border-top: 1px solid var(--sp-line-2); line-height: ${ROW - 2}px; }
.row { position: absolute; left: 0; height: ${ROW}px; width: 100%; contain: layout style; }
.heads { position: sticky; left: 0; z-index: 1; height: 100%; background: var(--sp-surface-2); border-right: 1px solid var(--sp-line-2); float: left; }
.h { position: absolute; top: 0; height: ${ROW}px; line-height: ${ROW - 1}px; padding: 0 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-right: 1px solid var(--sp-line); background: var(--sp-surface-2); }
.h.end { border-bottom: 1px solid var(--sp-line); } .h.strong, .sub .h:last-child { font-weight: 600; } .h:last-child { border-right: 0; }
.c { position: absolute; top: 0; height: ${ROW}px; line-height: ${ROW - 1}px; padding: 0 8px; text-align: right; white-space: nowrap; overflow: hidden; border-bottom: 1px solid var(--sp-line); }
.c.start { border-left: 1px solid var(--sp-line-2); }
.c i { position: absolute; left: 0; top: 3px; bottom: 3px; background: var(--sp-primary-10); border-radius: 0 1px 1px 0; } .c b { position: relative; font-weight: inherit; }
.c.r { background: var(--sp-red-bg); color: var(--sp-red-text); font-weight: 600; } .c.y { background: var(--sp-yellow-bg); color: var(--sp-yellow-text); font-weight: 600; } .c.g { color: var(--sp-green-text); }
.st { float: left; width: 9px; height: 9px; margin-top: 6px; text-decoration: none; background: var(--sp-red); } .st.y { background: var(--sp-yellow); clip-path: polygon(50% 4%, 100% 96%, 0 96%); } .st.g { background: var(--sp-green); border-radius: 50%; }
.line { position: absolute; inset: 1px 8px 2px; } .line svg { display: block; width: calc(100% - 3px); height: 18px; overflow: visible; } .line path { fill: none; stroke: var(--sp-ink-3); stroke-width: 1.25; stroke-linecap: round; stroke-linejoin: round; vector-effect: non-scaling-stroke; } .line u { position: absolute; right: 0; width: 5px; height: 5px; margin-top: -4px; border-radius: 50%; background: var(--sp-primary); }
.c.ext { background: var(--sp-primary-20); font-weight: 600; }
.c.q1 { background: var(--sp-seq-1); } .c.q2 { background: var(--sp-seq-2); } .c.q3 { background: var(--sp-seq-3); } .c.q4 { background: var(--sp-seq-4); } .c.q5 { background: var(--sp-seq-5); } .c.q6 { background: var(--sp-seq-6); } .c.q7 { background: var(--sp-seq-7); }
.row:hover .c:not(.r, .y, .ext, .q1, .q2, .q3, .q4, .q5, .q6, .q7) { background: var(--sp-surface-2); } .sub .c, .c.sub { background: var(--sp-surface-2); font-weight: 600; } .c.tot { font-weight: 600; }
.tot .c, .tot .h, .tot .heads { background: var(--sp-surface-3) !important; font-weight: 600; }
.c.range { background: var(--sp-primary-10) !important; } .c.active { outline: 2px solid var(--sp-focus); outline-offset: -2px; z-index: 1; }
.box { display: inline-block; width: 13px; height: 13px; line-height: 10px; padding: 0; margin-right: 6px; border: 1px solid var(--sp-line-3); border-radius: 2px; background: none; color: var(--sp-ink-2); font: 12px/10px var(--sp-font); text-align: center; cursor: pointer; vertical-align: -1px; }
.wait { color: transparent; } .wait::before { content: ''; position: absolute; inset: 6px 8px; background: var(--sp-surface-3); border-radius: 3px; }
`);

/** Says on a head in which order its column stands. */
export const ordered = (cell, column) => {
  if (!column.o) return;
  cell.setAttribute('aria-sort', column.o);
  cell.classList.add('ordered');
  cell.append(el('span', 'order', column.o === 'ascending' ? '↑' : '↓'));
};

export const el = (tag, cls, text) => {
  const e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text !== undefined) e.textContent = text;
  return e;
};

/** The heads of the head columns. */
export const cornerOf = (m, columns) => {
  const corner = el('div', 'corner');
  corner.style.cssText = `width:${columns.head}px;height:${m.heads.length * HEAD}px`;
  corner.setAttribute('role', 'presentation');
  m.headColumns.forEach((h, i) => {
    const cell = el('div', '', h.t);
    cell.setAttribute('role', 'columnheader');
    cell.setAttribute('aria-colindex', i + 1);
    cell.style.left = `${columns.headLeft(i)}px`;
    cell.style.width = `${columns.heads[i]}px`;
    cell.head = -1 - i;
    ordered(cell, h);
    corner.append(cell);
  });
  return corner;
};
