// What axe does not look at: run in a page, returns a list of complaints.
() => {
  const found = [];
  const say = (what, element) =>
    found.push(element ? `${what}: ${element.outerHTML.slice(0, 120)}` : what);
  const name = (element) =>
    element.getAttribute('aria-label') ||
    (element.getAttribute('aria-labelledby') || '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
      .join(' ')
      .trim();

  // Headings: one first rank, no rank left out, none empty.
  const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  if (headings.filter((each) => each.tagName === 'H1').length !== 1) say('not exactly one h1');
  let before = 0;
  for (const heading of headings) {
    const rank = Number(heading.tagName[1]);
    if (rank > before + 1) say(`h${rank} after h${before}`, heading);
    if (!heading.textContent.trim()) say('empty heading', heading);
    before = rank;
  }

  // Landmarks: one main, and a name of its own for each nav.
  if (document.querySelectorAll('main').length !== 1) say('not exactly one main');
  const names = [...document.querySelectorAll('nav')].map((nav) => name(nav));
  if (names.some((each) => !each)) say('a nav without a name');
  if (new Set(names).size < names.length) say(`two navs with one name: ${names}`);
  if (!document.documentElement.lang) say('no language');
  if (!document.title.trim()) say('no title');

  // References lead somewhere.
  const ids = [...document.querySelectorAll('[id]')].map((each) => each.id);
  const twice = ids.filter((id, index) => ids.indexOf(id) < index);
  if (twice.length) say(`an id used twice: ${twice}`);
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(decodeURIComponent(link.hash.slice(1)))) say('link to nowhere', link);
  }
  for (const attribute of ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for']) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(' ')) {
        if (!document.getElementById(id)) say(`${attribute} to nowhere`, element);
      }
    }
  }

  // Order of focus is the order of the page.
  for (const element of document.querySelectorAll('[tabindex]')) {
    if (element.tabIndex > 0) say('tabindex above 0', element);
  }

  // A picture with data has a table or text: drawings here are hidden from who cannot see them.
  for (const picture of document.querySelectorAll('svg, img, canvas')) {
    const hidden = picture.closest('[aria-hidden="true"]');
    const described = picture.getAttribute('alt') !== null || name(picture);
    const table = picture.closest('figure')?.querySelector('table');
    if (!hidden && !described && !table) say('a picture without words', picture);
  }
  return found;
}
