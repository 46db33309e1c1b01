// The search page with script: htmx swaps the answer, a combobox suggests while typing, long lists
// can be searched. Every part of the page works without.
import 'htmx.org';

const DELAY = 150;
const FEWEST = 2;

function returnFocus() {
  document.body.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target.id !== 'search-answer') return;
    findInLists(event.detail.target);
    keepFilters();
    const field = document.getElementById('search-field');
    if (document.activeElement === field) return;
    field.value = new URLSearchParams(location.search).get('q') ?? '';
    if (document.activeElement !== document.body) return;
    const heading = document.getElementById('search-total');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  });
}

// Filters stay as the visitor left them; beside the results they are always open.
let open = matchMedia('(min-width: 56rem)').matches;

function keepFilters() {
  const filters = document.getElementById('search-filters');
  if (!filters) return;
  filters.open = open;
  filters.addEventListener('toggle', () => (open = filters.open));
}

function findInLists(root) {
  for (const find of root.querySelectorAll('[data-hook="facet-find"]')) {
    const input = find.querySelector('input');
    const values = [...find.parentElement.querySelectorAll('.mm-facet-value')];
    find.hidden = false;
    input.addEventListener('change', (event) => event.stopPropagation());
    input.addEventListener('keydown', (event) => event.key === 'Enter' && event.preventDefault());
    input.addEventListener('input', () => {
      const wanted = plain(input.value);
      for (const value of values) value.hidden = !plain(value.textContent).includes(wanted);
    });
  }
}

const plain = (text) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();

function suggest() {
  const field = document.getElementById('search-field');
  const list = document.getElementById('search-suggestions');
  if (!field || !list) return;
  let timer, request, options = [], active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  };
  const show = (groups) => {
    list.replaceChildren(...groups.map(group));
    options = [...list.querySelectorAll('[role="option"]')];
    active = -1;
    list.hidden = !options.length;
    field.setAttribute('aria-expanded', String(!!options.length));
    field.removeAttribute('aria-activedescendant');
  };
  const move = (to) => {
    if (list.hidden) return;
    options[active]?.setAttribute('aria-selected', 'false');
    active = (to + options.length + 1) % (options.length + 1);
    const option = options[active];
    if (!option) return field.removeAttribute('aria-activedescendant');
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', option.id);
  };
  const ask = async () => {
    request?.abort();
    const text = field.value.trim();
    if (text.length < FEWEST) return close();
    request = new AbortController();
    try {
      const url = `${field.dataset.suggestions}?q=${encodeURIComponent(text)}`;
      const answer = await fetch(url, { signal: request.signal });
      if (answer.ok && document.activeElement === field) show((await answer.json()).groups);
    } catch (error) {
      if (error.name !== 'AbortError') close();
    }
  };

  field.setAttribute('role', 'combobox');
  field.setAttribute('aria-autocomplete', 'list');
  field.setAttribute('aria-controls', list.id);
  field.setAttribute('aria-expanded', 'false');
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, DELAY);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') move(active + 1);
    else if (event.key === 'ArrowUp') move(active < 0 ? options.length - 1 : active - 1);
    else if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'Enter' && options[active]) location.assign(options[active].dataset.url);
    else return;
    event.preventDefault();
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', () => {
    clearTimeout(timer);
    request?.abort();
    close();
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) location.assign(option.dataset.url);
  });
}

function group({ label, options }, number) {
  const box = document.createElement('div');
  const name = document.createElement('span');
  name.id = `suggestions-${number}`;
  name.className = 'mm-combobox__group';
  name.textContent = label;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-labelledby', name.id);
  box.append(
    name,
    ...options.map((option, place) => {
      const row = document.createElement('div');
      row.id = `suggestion-${number}-${place}`;
      row.className = 'mm-combobox__option';
      row.setAttribute('role', 'option');
      row.setAttribute('aria-selected', 'false');
      row.dataset.url = option.url;
      row.textContent = option.label;
      return row;
    }),
  );
  return box;
}

// Ticking a story to compare is no new question; what is ticked stands in the address and in each link from here.
function compare() {
  const withTicked = (query) => {
    const params = new URLSearchParams(query);
    params.delete('voorbeeld');
    for (const box of document.querySelectorAll('[name="voorbeeld"]:checked')) params.append('voorbeeld', box.value);
    return `?${params}`;
  };
  const onTick = (event) => {
    if (event.target.name !== 'voorbeeld') return;
    event.stopPropagation();
    history.replaceState(history.state, '', location.pathname + withTicked(location.search));
  };
  // The button that compares is no search: it goes to a page of its own.
  const onSubmit = (event) => event.submitter?.hasAttribute('formaction') && event.stopPropagation();
  document.addEventListener('change', onTick, true);
  document.addEventListener('submit', onSubmit, true);
  document.body.addEventListener('htmx:configRequest', ({ detail }) => {
    if (detail.elt.tagName !== 'A') return;
    const [path, query] = detail.path.split('?');
    detail.path = path + withTicked(query);
  });
}

// Counts that a result was opened, by the question alone; nothing of the visitor goes with it.
function countOpened() {
  const form = document.getElementById('search-form');
  form?.addEventListener('click', (event) => {
    const q = new URLSearchParams(location.search).get('q');
    if (!q || !event.target.closest('.mm-result__title a')) return;
    navigator.sendBeacon(form.dataset.opened, new URLSearchParams({ q }));
  });
}

compare();
countOpened();
returnFocus();
keepFilters();
findInLists(document);
suggest();
