// Numbers that can be asked: within an element with data-numbers, what its selector finds. A right click, a long press, the menu key or
// Shift+F10 on one, or the sign beside the one that is pointed at, opens a menu; the choice goes to the element as the event "number"
// with the place of the number, which is its data-place or its order in the element. Where the focus lies on something with several
// numbers, such as a row, the menu lists them.
const LONG_PRESS = 550;
const root = (node) => node?.closest?.('[data-numbers]');
const text = (node) => [...node.childNodes].map((child) => child.textContent.trim()).filter(Boolean).join(' ');
const filled = (number) => text(number) !== '';
const words = (box) => box.closest('[data-explain]')?.dataset ?? {};

function numberAt(node) {
  const box = root(node);
  const number = box && node.closest(box.dataset.numbers);
  return number && box.contains(number) && filled(number) ? number : null;
}

function numbersIn(node) {
  const box = root(node);
  if (!box) return [];
  const own = numberAt(node);
  return own ? [own] : [...node.querySelectorAll(box.dataset.numbers)].filter(filled);
}

function name(number) {
  const figure = text(number);
  const cell = number.closest('td');
  if (cell) {
    const heads = cell.closest('table').tHead?.rows;
    const head = heads?.[heads.length - 1]?.cells[cell.cellIndex]?.textContent.replace(/[↓↑]/, '').trim();
    const row = cell.parentElement.querySelector('th[scope=row]')?.firstChild?.textContent.trim();
    return [row, head, figure].filter(Boolean).join('  ');
  }
  const label = number.matches('.v') && number.closest('.tile')?.querySelector('.l')?.textContent.trim();
  return label ? `${label}  ${figure}` : figure;
}

let menu = null;
let back = null;

function close(focus) {
  menu?.remove();
  menu = null;
  if (focus) back?.focus();
}

function send(number, pivot) {
  const box = root(number);
  const index = Number(number.dataset.place ?? [...box.querySelectorAll(box.dataset.numbers)].indexOf(number));
  close(false);
  box.dispatchEvent(new CustomEvent('number', { detail: { index, pivot } }));
}

function item(text, action) {
  const button = document.createElement('button');
  button.type = 'button';
  button.role = 'menuitem';
  button.textContent = text;
  button.addEventListener('click', action);
  menu.append(button);
}

function open(numbers, x, y) {
  list(words(numbers[0]), numbers.map((number) => ({ name: name(number), choose: (pivot) => send(number, pivot) })), x, y);
}

/** Opens the menu of one number, or lists several. */
function list(said, numbers, x, y) {
  close(false);
  back = document.activeElement;
  menu = document.createElement('div');
  menu.className = 'menu numbers-menu';
  menu.role = 'menu';
  const title = numbers.length === 1 ? numbers[0].name : said.explain;
  menu.setAttribute('aria-label', title);
  const head = document.createElement('div');
  head.className = 'head';
  head.textContent = title;
  menu.append(head);
  if (numbers.length === 1) {
    item(said.explain, () => numbers[0].choose(false));
    item(said.pivot, () => numbers[0].choose(true));
  } else {
    numbers.forEach((number) => item(number.name, () => number.choose(false)));
  }
  document.body.append(menu);
  menu.style.left = `${Math.max(4, Math.min(x, innerWidth - menu.offsetWidth - 4))}px`;
  menu.style.top = `${Math.max(4, Math.min(y, innerHeight - menu.offsetHeight - 4))}px`;
  menu.querySelector('button').focus();
}

function openAt(node, numbers) {
  const box = node.getBoundingClientRect();
  open(numbers, box.left + 8, box.bottom - 4);
}

// A drawing says which point is meant, the server what that point can be asked.
let asked = { x: 0, y: 0 };

function ask(chart, x, y) {
  asked = { x, y };
  const point = chart.pointAt(x, y);
  if (point) chart.dispatchEvent(new CustomEvent('ask', { detail: point }));
  else button(chart)?.click();
}

const button = (chart) => chart.closest('.card')?.querySelector('button.asks');

document.addEventListener('offer', ({ target: chart, detail: names }) => {
  const numbers = names.map((name, index) => ({
    name,
    choose: (pivot) => {
      close(false);
      chart.dispatchEvent(new CustomEvent('number', { detail: { index, pivot } }));
    },
  }));
  if (numbers.length > 0) list(words(chart), numbers, asked.x, asked.y);
  else button(chart)?.click();
});

document.addEventListener('contextmenu', (event) => {
  const number = numberAt(event.target);
  if (number) {
    event.preventDefault();
    if (event.clientX || event.clientY) open([number], event.clientX, event.clientY);
    return;
  }
  const chart = event.target.closest?.('sp-chart[data-asks]');
  if (chart || menu?.contains(event.target)) {
    event.preventDefault();
    if (chart) ask(chart, event.clientX, event.clientY);
  }
});

document.addEventListener('keydown', (event) => {
  if (menu) {
    const items = [...menu.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[to % items.length].focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close(true);
    }
    return;
  }
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    const numbers = numbersIn(document.activeElement);
    if (numbers.length > 0) {
      event.preventDefault();
      openAt(document.activeElement, numbers);
    }
  }
});

document.addEventListener('pointerdown', (event) => {
  if (menu && !menu.contains(event.target)) close(false);
  const touched = event.pointerType === 'touch' ? event.target : null;
  const number = numberAt(touched);
  const chart = touched?.closest?.('sp-chart[data-asks]');
  if (number || chart) {
    const { clientX: x, clientY: y } = event;
    const timer = setTimeout(() => (number ? open([number], x, y) : ask(chart, x, y)), LONG_PRESS);
    const stop = () => clearTimeout(timer);
    ['pointerup', 'pointercancel', 'pointermove'].forEach((end) => addEventListener(end, stop, { once: true }));
  }
});

// The sign stands at the upper edge of the number that is pointed at or has the focus, where it covers neither the number nor the middle of a
// cell; there is one for the whole page.
const sign = document.createElement('button');
sign.type = 'button';
sign.className = 'numbers-sign';
sign.tabIndex = -1;
sign.setAttribute('aria-hidden', 'true');
sign.textContent = '⋯';
let signed = [];
sign.addEventListener('click', () => openAt(sign, signed));

function show(node, numbers) {
  signed = numbers;
  const tile = node.closest('.tile');
  const box = (tile ?? node).getBoundingClientRect();
  document.body.append(sign);
  const inText = node.matches('.asked');
  const beside = node.matches('tr, .asking') ? box.width - 20 : inText ? box.width - 4 : 1;
  sign.style.left = `${tile ? box.right - 52 : box.left + beside}px`;
  sign.style.top = `${tile ? box.top + 8 : inText ? box.top - 12 : box.top - 6}px`;
}

document.addEventListener('mouseover', (event) => {
  if (event.target === sign) return;
  const tile = event.target.closest?.('[data-numbers] .tile');
  const number = numberAt(event.target);
  if (number) show(number, [number]);
  else if (tile) show(tile, numbersIn(tile));
  else sign.remove();
});

document.addEventListener('focusin', (event) => {
  if (event.target === sign || menu?.contains(event.target)) return;
  const numbers = numbersIn(event.target);
  const one = event.target.matches?.('.tile, tr, a, button, .asking');
  if (numbers.length > 0 && one) {
    event.target.setAttribute('aria-description', words(event.target).hint ?? '');
    if (event.target.matches(':focus-visible')) show(event.target, numbers);
  } else {
    sign.remove();
  }
});

['scroll', 'resize'].forEach((moved) =>
  addEventListener(moved, (event) => {
    if (event.target === menu) return;
    sign.remove();
    close(false);
  }, true)
);
