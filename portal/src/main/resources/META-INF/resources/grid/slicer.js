// Arrows, Home and End move between the buttons of a slicer.
document.addEventListener('keydown', (event) => {
  const strip = event.target.closest?.('[data-slicer] .buttons');
  if (!strip) return;
  const all = [...strip.querySelectorAll('button')];
  const at = all.indexOf(event.target);
  const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined && all[to]) {
    event.preventDefault();
    all[to].focus();
  }
});
