// Run in a page: what sticks out of it sideways, and text that is cut off.
() => {
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) {
    const wide = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > width + 1 && getComputedStyle(each).position !== 'absolute',
    );
    found.push(`scrolls sideways: ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 100))}`);
  }
  const texts = (element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      const unseen = parent.closest('.mm-visually-hidden, .nl-skip-link, .nl-number-badge__hidden-label');
      if (walker.currentNode.data.trim() && !unseen && parent.checkVisibility()) nodes.push(walker.currentNode);
    }
    return nodes;
  };
  for (const element of document.querySelectorAll('body *')) {
    const style = getComputedStyle(element);
    const hides = [style.overflowX, style.overflowY].some((each) => each === 'hidden' || each === 'clip');
    if (!hides || element.closest('.mm-visually-hidden')) continue;
    const box = element.getBoundingClientRect();
    const range = document.createRange();
    for (const node of texts(element)) {
      range.selectNode(node);
      const text = range.getBoundingClientRect();
      const inside = text.left >= box.left - 1 && text.right <= box.right + 1 && text.bottom <= box.bottom + 1;
      if (!inside) found.push(`cut off: ${node.data.trim().slice(0, 60)}`);
    }
  }
  return found;
}
