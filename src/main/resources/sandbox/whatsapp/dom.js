// Small things for building the page. Text goes in as text, never as markup.

export const byId = id => document.getElementById(id);

/** An element with properties, and with children that are elements or text. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key in made) made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** One of the symbols of index.html. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${name}`);
  svg.append(use);
  return svg;
}

export function show(node, shown) {
  node.hidden = !shown;
}

/** A link that can do no harm: only to the web, told nothing of this page. Null for any other address. */
export function link(address, ...children) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return element('a', {href: url.href, target: '_blank', rel: 'noopener noreferrer'}, ...children);
}
