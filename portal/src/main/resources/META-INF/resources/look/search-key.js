// Ctrl+K goes to the search, and / where nothing is being written.
const WRITES = 'input, textarea, select, [contenteditable], vaadin-text-field, vaadin-combo-box';

document.addEventListener('keydown', (event) => {
  const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.target.closest?.(WRITES);
  if (slash || (event.key === 'k' && (event.ctrlKey || event.metaKey))) {
    const search = document.querySelector('.find input');
    if (search) {
      event.preventDefault();
      search.focus();
    }
  }
});
