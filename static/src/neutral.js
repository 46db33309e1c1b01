// In the editor of a story: puts neutral words in the place of what the privacy check found, in the field
// beside which they stand. Nothing is saved by it, and Ctrl+Z takes it back.

// Where `words` stand that are nearest to a place, or -1.
function nearest(text, words, place) {
  let best = -1;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best < 0 || Math.abs(at - place) < Math.abs(best - place)) best = at;
  }
  return best;
}

function replace(field, at, length, words) {
  field.focus();
  field.setSelectionRange(at, at + length);
  // The only way that leaves the browser's undo; where it is gone the text is changed all the same.
  const done = words ? document.execCommand('insertText', false, words) : document.execCommand('delete');
  if (!done) {
    field.setRangeText(words, at, at + length, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-neutral]');
  if (!button) return;
  const { field: id, found, start, neutral, done, gone } = button.dataset;
  const field = document.getElementById(id);
  // The place is counted in code points, as the check counts.
  const place = Array.from(field.value).slice(0, Number(start)).join('').length;
  const at = nearest(field.value, found, place);
  if (at >= 0) replace(field, at, found.length, neutral);
  button.nextElementSibling.textContent = at >= 0 ? done : gone;
  if (at >= 0) button.disabled = true;
});
