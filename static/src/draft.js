// A step of a submission with script: what is typed is saved while typing, kept on this device when it
// cannot be, and offered again. Without script each step is saved by its buttons.
import 'htmx.org';

const WAIT = 1200;
const RETRY = 8000;
const PENDING = 'draft-pending';
const NOT_ANSWERS = new Set(['csrfmiddlewaretoken', 'version']);

const hook = (name) => document.querySelector(`[data-hook="${name}"]`);
const answersOf = (form) =>
  [...new FormData(form)].filter(([name, value]) => !NOT_ANSWERS.has(name) && typeof value === 'string');
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

// Storage may be full or refused: then there is only the server.
const store = {
  get: (key) => {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set: (key, value) => {
    try {
      localStorage.setItem(key, JSON.stringify(value));
    } catch {
      /* nothing to be done */
    }
  },
  remove: (key) => {
    try {
      localStorage.removeItem(key);
    } catch {
      /* nothing to be done */
    }
  },
};

// A form that was sent and led to another page of ours was saved, unless that page says otherwise.
function forgetWhatWasSent() {
  const sent = sessionStorage.getItem(PENDING);
  if (!sent) return;
  sessionStorage.removeItem(PENDING);
  if (!document.querySelector('[data-unsaved]')) store.remove(sent);
}

function say(state) {
  const line = hook('draft-state');
  const trouble = ['signedOut', 'conflict'].includes(state);
  line.hidden = false;
  line.textContent = line.dataset[state];
  line.classList.toggle('mm-draft__state--trouble', !['saving', 'saved'].includes(state));
  hook('draft-help').hidden = !trouble;
  hook('draft-sign-in').hidden = state !== 'signedOut';
  hook('draft-compare').hidden = state !== 'conflict';
}

// What the line says is no longer so once somebody types on.
function quiet() {
  const line = hook('draft-state');
  line.hidden = true;
  line.textContent = '';
}

function keepDraft(form) {
  const key = `draft:${form.dataset.draft}`;
  const version = form.elements.version;
  let timer, busy = false, stopped = false, saved = answersOf(form);

  const keepHere = () => store.set(key, { version: version.value, answers: answersOf(form) });
  const later = (time) => {
    clearTimeout(timer);
    timer = setTimeout(save, time);
  };

  async function save() {
    const answers = answersOf(form);
    if (busy || stopped || same(answers, saved)) return;
    busy = true;
    say('saving');
    try {
      const answer = await fetch(form.action, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { Accept: 'application/json' },
        redirect: 'manual',
      });
      await taken(answer, answers);
    } catch {
      say('offline');
      later(RETRY);
    } finally {
      busy = false;
    }
  }

  async function taken(answer, answers) {
    if (answer.ok) {
      version.value = (await answer.json()).version;
      saved = answers;
      const now = answersOf(form);
      if (same(now, answers)) store.remove(key);
      else later(WAIT);
      say('saved');
      document.body.dispatchEvent(new Event('draft-saved'));
    } else if (answer.status === 409) {
      stopped = true;
      say('conflict');
    } else if (answer.status === 413) {
      say('tooLong');
    } else if (answer.status === 401 || answer.status === 403) {
      stopped = true;
      say('signedOut');
    } else {
      say('offline');
      later(RETRY);
    }
  }

  form.addEventListener('input', () => {
    keepHere();
    if (stopped) return;
    quiet();
    later(WAIT);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    stopped = true;
    keepHere();
    sessionStorage.setItem(PENDING, key);
  });
  addEventListener('online', () => later(0));
  // Back to a page that the browser had put aside: it may go on.
  addEventListener('pageshow', () => (stopped = false));
  hook('draft-sign-in').href = form.dataset.signIn;
  offerAgain(form, key, () => later(0));
}

// Text of an earlier visit that never reached the site.
function offerAgain(form, key, save) {
  const kept = store.get(key);
  if (!kept) return;
  if (same(kept.answers, answersOf(form))) return store.remove(key);
  const box = hook('draft-kept');
  box.hidden = false;
  hook('draft-restore').addEventListener('click', () => {
    box.hidden = true;
    form.elements.version.value = kept.version;
    fill(form, kept.answers);
    save();
    form.querySelector('textarea, input[type="text"]')?.focus();
  });
  hook('draft-forget').addEventListener('click', () => {
    box.hidden = true;
    store.remove(key);
  });
}

function fill(form, answers) {
  for (const field of form.elements) {
    if (NOT_ANSWERS.has(field.name) || !field.name) continue;
    const values = answers.filter(([name]) => name === field.name).map(([, value]) => value);
    if (field.type === 'checkbox') field.checked = values.includes(field.value);
    else if (field.tagName !== 'BUTTON' && values.length) field.value = values[0];
  }
}

forgetWhatWasSent();
const form = document.getElementById('draft');
if (form) keepDraft(form);
