// <sp-pick-list>: the keys of a picker's tree. Up and down move between the lines, right and left open and close one, space
// ticks it (a button does that by itself), Ctrl+A ticks all that are drawn (event `all`).
const FOCUS = 'button.cb, button.btn';

class PickList extends HTMLElement {
  connectedCallback() {
    this.onkeydown = (e) => this.#key(e);
  }

  #key(e) {
    const line = e.target.closest('.m');
    if ((e.ctrlKey || e.metaKey) && e.key === 'a') {
      e.preventDefault();
      this.dispatchEvent(new CustomEvent('all'));
      return;
    }
    if (!line) return;
    const lines = [...this.querySelectorAll('.m')].filter((m) => m.querySelector(FOCUS));
    const at = lines.indexOf(line);
    const steps = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const expanded = line.getAttribute('aria-expanded');
    if (e.key in steps) {
      e.preventDefault();
      lines[steps[e.key]]?.querySelector(FOCUS).focus();
    } else if ((e.key === 'ArrowRight' && expanded === 'false') || (e.key === 'ArrowLeft' && expanded === 'true')) {
      e.preventDefault();
      line.querySelector('.tw').click();
    }
  }
}

customElements.define('sp-pick-list', PickList);
