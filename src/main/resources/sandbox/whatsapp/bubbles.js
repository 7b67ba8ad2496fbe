// A message as a bubble.

import {element, icon, link} from './dom.js';
import {formatted, full, hour, phone} from './words.js';
import {fileOf} from './api.js';
import {tickMark} from './ticks.js';

const KINDS = {image: 'Photo', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker'};

/**
 * @param message as the sandbox describes it
 * @param quoted the message it answers, if the page has it
 * @param actions what a tap does: answer(message, answer), choose(message), quote(message), goTo(id)
 */
export function bubble(message, quoted, actions) {
  const side = message.fromPerson ? 'from-person' : 'from-business';
  const box = element('div', {className: 'bubble'}, quote(message, quoted, actions), ...content(message), meta(message));
  const row = element('article', {className: `message ${side}`, id: `m-${message.id}`}, box,
    buttons(message, actions), element('div', {className: 'reactions'}), failure(message));
  row.dataset.id = message.id;
  row.setAttribute('aria-label', `${message.fromPerson ? 'From the person' : 'From the business'}, ${hour(message.at)}`);
  if (message.type === 'sticker') row.classList.add('sticker');
  box.append(quoteButton(message, actions));
  return row;
}

function quote(message, quoted, actions) {
  if (!message.quotes) return null;
  const who = quoted ? (quoted.fromPerson ? 'You' : 'The business') : 'An earlier message';
  const shown = element('button', {type: 'button', className: 'quote'},
    element('strong', {}, who), element('span', {dir: 'auto'}, quoted ? briefly(quoted) : ''));
  shown.addEventListener('click', () => actions.goTo(message.quotes));
  return shown;
}

/** One line of what a message says. */
export function briefly(message) {
  const kind = message.media ? KINDS[message.media.kind] : message.location ? 'Location' : message.contacts ? 'Contact' : 'Message';
  return (message.text || message.header || message.media?.filename || kind).slice(0, 160);
}

function content(message) {
  return [
    message.media && media(message),
    message.location && place(message.location),
    ...(message.contacts ?? []).map(card),
    message.header && element('h3', {dir: 'auto'}, message.header),
    message.text && element('p', {className: 'text', dir: 'auto'}, ...formatted(message.text)),
    message.footer && element('p', {className: 'footer', dir: 'auto'}, message.footer),
  ].filter(Boolean);
}

/** What was uploaded to the sandbox is shown. What lies elsewhere is named, not fetched: the page talks to nobody but the sandbox. */
function media(message) {
  return message.media.id ? uploaded(message.media, fileOf(message.number, message.media.id)) : named(message.media);
}

function uploaded(shown, src) {
  const made = {
    image: () => element('img', {className: 'picture', src, alt: 'Photo', loading: 'lazy'}),
    sticker: () => element('img', {className: 'picture', src, alt: 'Sticker', loading: 'lazy'}),
    video: () => element('video', {className: 'picture', src, controls: true, preload: 'metadata'}),
    audio: () => element('audio', {src, controls: true, preload: 'none'}),
  }[shown.kind]?.();
  if (!made) return named(shown, element('a', {href: src, download: shown.filename ?? 'document'}, 'Save'));
  made.addEventListener('error', () => made.replaceWith(named(shown)));
  return made;
}

function named(shown, action) {
  const kind = KINDS[shown.kind];
  const where = shown.link ? link(shown.link, new URL(shown.link, 'http://x').host) ?? shown.link : null;
  const facts = element('span', {}, element('strong', {dir: 'auto'}, shown.filename ?? kind),
    element('small', {}, action ?? where ?? shown.mime_type ?? 'Uploaded'));
  return element('div', {className: `media ${shown.kind}`}, icon(`icon-${shown.kind}`), facts);
}

function place(shown) {
  return element('div', {className: 'media place'}, icon('icon-place'), element('span', {},
    element('strong', {dir: 'auto'}, shown.name ?? 'Location'),
    element('small', {dir: 'auto'}, shown.address ?? `${shown.latitude}, ${shown.longitude}`)));
}

function card(shown) {
  return element('div', {className: 'media card'}, icon('icon-person'), element('span', {},
    element('strong', {dir: 'auto'}, shown.name),
    element('small', {dir: 'auto'}, [shown.company, ...shown.ways].filter(Boolean).join(' · '))));
}

function meta(message) {
  const time = element('time', {dateTime: new Date(message.at).toISOString(), title: full(message.at)}, hour(message.at));
  const template = message.template && element('span', {className: 'template', title: 'Template and language'},
    `${message.template.name} · ${message.template.language}`);
  return element('div', {className: 'meta'}, template, time, message.ticks.length ? tickMark(message.ticks) : null);
}

function failure(message) {
  if (!message.failure) return null;
  return element('p', {className: 'failure'}, `Never arrived: ${message.failure.code} ${message.failure.title}`);
}

function quoteButton(message, actions) {
  const button = element('button', {type: 'button', className: 'icon-button quote-this', title: 'Answer this message',
    'aria-label': 'Answer this message'}, icon('icon-reply'));
  button.addEventListener('click', () => actions.quote(message));
  return button;
}

function buttons(message, actions) {
  const all = [...(message.buttons ?? []).map(button => tappable(message, button, actions)),
    message.list && listButton(message, actions)].filter(Boolean);
  return all.length ? element('div', {className: 'buttons'}, ...all) : null;
}

function tappable(message, button, actions) {
  switch (button.kind) {
    case 'answer': return tap(button.title, 'icon-reply', () => actions.answer(message, button.answer));
    case 'copy': return tap(button.title, 'icon-copy', () => actions.copy(button.value), button.value);
    case 'call': return element('span', {className: 'tap inert', title: phone(button.value)}, icon('icon-call'), button.title);
    case 'link': return linkButton(button);
    default: return element('span', {className: 'tap inert'}, button.title);
  }
}

function linkButton(button) {
  const made = link(button.url, icon('icon-link'), button.title);
  if (!made) return element('span', {className: 'tap inert', title: button.url}, button.title);
  made.className = 'tap';
  made.title = button.url;
  return made;
}

function listButton(message, actions) {
  return tap(message.list.title, 'icon-list', () => actions.choose(message));
}

function tap(title, symbol, action, tip = '') {
  const button = element('button', {type: 'button', className: 'tap', title: tip}, icon(symbol), title);
  button.addEventListener('click', action);
  return button;
}
