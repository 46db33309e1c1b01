// Leaves out of the bundle what no page can use. The design system ships every state of every
// component and 2,000 tokens; a first visit should not pay for them.
import postcss from 'postcss';

// States that exist for a component library's own stories (a real page uses :hover and friends),
// and variants that no template of ours offers. Take a line away to use such a variant.
const UNUSED = [
  /--(hover|focus|focus-visible|active-state|test-[\w-]+|forced-colors)(?![\w-])/,
  /\.nl-button--(pressed|positive|negative|busy)\b/,
  /\.nl-heading--level-6\b/,
  /\.utrecht-breadcrumb-nav--arrows\b/,
  /\.utrecht-breadcrumb-nav__(link--disabled|link--focus|heading|list--html-p)\b/,
  /\.utrecht-(custom-checkbox|checkbox)--(active|checked|indeterminate)\b/,
  /\.utrecht-custom-checkbox\b/,
  /\.utrecht-search-bar__(dropdown|list-item|section-title)/,
  /\.utrecht-textbox--(house|iban|postal|tel|url|voorvoegsel|placeholder|password|numeric)/,
  /\.utrecht-select--busy\b/,
  /\.utrecht-table(__[\w-]*)?--(busy|fixed|oneline|row-focus-within|row-hover|alternate[\w-]*|selected|sticky[\w-]*|truncate|hidden)\b/,
  /\.utrecht-table__(header-cell-button|figcaption|data|footer)/,
  /\.utrecht-status-badge--(danger|safe|invalid|valid|active)\b/,
  /\.utrecht-unordered-list--(level-|center|nested)/,
  /\.utrecht-unordered-list__marker/,
  /\.utrecht-ordered-list--center\b/,
  /\.utrecht-form-field-description--(valid|warning)\b/,
  /\.utrecht-nav-bar--sticky\b/,
];

const unused = (selector) => UNUSED.some((pattern) => pattern.test(selector));

/** CSS text without the rules whose selectors are all unused, and without what that empties. */
export function dropUnused(css) {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (rule.parent?.type === 'atrule' && /keyframes/.test(rule.parent.name)) return;
    const kept = rule.selectors.filter((selector) => !unused(selector));
    if (kept.length === 0) rule.remove();
    else if (kept.length < rule.selectors.length) rule.selectors = kept;
  });
  removeEmpty(root);
  return root.toString();
}

function removeEmpty(root) {
  let again = true;
  while (again) {
    again = false;
    root.walk((node) => {
      if (node.nodes && node.nodes.length === 0) {
        node.remove();
        again = true;
      }
    });
  }
}

const references = (value) => [...value.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);

/** CSS text with the theme on :root and without custom properties that nothing refers to. */
export function pruneTokens(css) {
  const root = postcss.parse(css);
  root.walkRules((rule) => {
    if (rule.selector === '.voorbeeld-theme') rule.selector = ':root';
  });
  const values = new Map();
  const used = new Set();
  root.walkDecls((decl) => {
    if (decl.prop.startsWith('--')) values.set(decl.prop, [...(values.get(decl.prop) ?? []), decl.value]);
    else references(decl.value).forEach((name) => used.add(name));
  });
  for (const name of used) {
    for (const value of values.get(name) ?? []) references(value).forEach((next) => used.add(next));
  }
  root.walkDecls(/^--/, (decl) => {
    if (!used.has(decl.prop)) decl.remove();
  });
  root.walkComments((comment) => comment.remove());
  removeEmpty(root);
  return root.toString();
}
