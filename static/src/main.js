// Small helps for who has script: a menu that folds on a phone, a copy button, and a table of
// contents that shows where one is. Every page works without.

function foldMenu() {
  const toggle = document.querySelector('[data-hook="menu"]');
  const menu = toggle && document.getElementById(toggle.getAttribute('aria-controls'));
  if (!menu) return;
  const show = (open) => toggle.setAttribute('aria-expanded', String(open));
  toggle.addEventListener('click', () => show(toggle.getAttribute('aria-expanded') !== 'true'));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || toggle.getAttribute('aria-expanded') !== 'true') return;
    show(false);
    toggle.focus();
  });
}

function offerCopy() {
  for (const button of document.querySelectorAll('[data-hook="copy"]')) {
    const text = document.getElementById(button.dataset.copy);
    if (!text || !navigator.clipboard) continue;
    const status = button.parentElement.querySelector('[data-hook="copy-status"]');
    const label = button.querySelector('.nl-button__label');
    const before = label.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent.trim());
      } catch {
        getSelection().selectAllChildren(text);
        return;
      }
      button.dispatchEvent(new CustomEvent('copied', { bubbles: true }));
      label.textContent = button.dataset.done;
      status.textContent = button.dataset.done;
      setTimeout(() => {
        label.textContent = before;
        status.textContent = '';
      }, 4000);
    });
  }
}

function offerPrint() {
  for (const button of document.querySelectorAll('[data-hook="print"]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

// A security key that does not answer: allauth's script says so with an event alone.
function tellOfKeys() {
  const note = document.querySelector('[data-hook="key-failed"]');
  if (note) document.addEventListener('allauth.error', () => (note.hidden = false));
}

function followReading() {
  const links = [...document.querySelectorAll('[data-hook="toc"] a[href^="#"]')];
  const parts = links
    .map((link) => ({ link, part: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ part }) => part);
  if (!parts.length || !('IntersectionObserver' in window)) return;
  const mark = () => {
    const passed = parts.filter(({ part }) => part.getBoundingClientRect().top < innerHeight * 0.35);
    const now = passed.at(-1);
    for (const entry of parts) {
      if (entry === now) entry.link.setAttribute('aria-current', 'true');
      else entry.link.removeAttribute('aria-current');
    }
  };
  const observer = new IntersectionObserver(mark, { rootMargin: '0px 0px -65% 0px', threshold: [0, 0.01, 1] });
  parts.forEach(({ part }) => observer.observe(part));
}

// Tells the site that a story was read or taken along, each once; nothing of the reader goes with it.
function countUse() {
  const mark = document.querySelector('[data-read]');
  if (!mark) return;
  setTimeout(() => {
    if (document.visibilityState === 'visible') navigator.sendBeacon(mark.dataset.read);
  }, 5000);
  let told = false;
  const tell = () => {
    if (!told) told = navigator.sendBeacon(mark.dataset.copied);
  };
  addEventListener('beforeprint', tell);
  const citation = document.getElementById('source');
  for (const event of ['copied', 'copy']) citation?.addEventListener(event, tell);
}

foldMenu();
countUse();
offerCopy();
offerPrint();
tellOfKeys();
followReading();
