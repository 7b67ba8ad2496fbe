// How numbers, times and texts are written.

import {element, link} from './dom.js';

/** "351912345678" as "+351 912 345 678"; a user id as it is. */
export function phone(person) {
  if (!/^\d+$/.test(person)) return person;
  const nanp = /^1(\d{3})(\d{3})(\d{4})$/.exec(person);
  if (nanp) return `+1 ${nanp[1]} ${nanp[2]} ${nanp[3]}`;
  return '+' + person.replace(/\B(?=(\d{3})+$)/g, ' ');
}

const HOUR = new Intl.DateTimeFormat(undefined, {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'});
const DAY = new Intl.DateTimeFormat(undefined, {weekday: 'long', day: 'numeric', month: 'long'});
const SHORT_DAY = new Intl.DateTimeFormat(undefined, {day: 'numeric', month: 'short'});
const FULL = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23'});

export const hour = millis => HOUR.format(millis);
export const full = millis => FULL.format(millis);
export const today = () => DAY.format(Date.now());

function daysAgo(millis) {
  const midnight = new Date(millis).setHours(0, 0, 0, 0);
  return Math.round((new Date().setHours(0, 0, 0, 0) - midnight) / 86_400_000);
}

export function day(millis) {
  return ['Today', 'Yesterday'][daysAgo(millis)] ?? DAY.format(millis);
}

/** For the list: the hour today, the day before that. */
export function briefly(millis) {
  const days = daysAgo(millis);
  if (days === 0) return hour(millis);
  return days === 1 ? 'Yesterday' : SHORT_DAY.format(millis);
}

const MARKS = /```([^]+?)```|(https?:\/\/[^\s<>"]+)|(?<![\p{L}\p{N}])(?:\*(\S(?:[^*\n]*\S)?)\*|_(\S(?:[^_\n]*\S)?)_|~(\S(?:[^~\n]*\S)?)~)(?![\p{L}\p{N}])/gu;

/** Text with WhatsApp's marks (*bold*, _italic_, ~struck~, ```code```) and its links, as nodes. */
export function formatted(text) {
  const nodes = [];
  let from = 0;
  for (const found of text.matchAll(MARKS)) {
    nodes.push(text.slice(from, found.index));
    const [all, code, address, bold, italic, struck] = found;
    if (code !== undefined) nodes.push(element('code', {}, code));
    else if (address !== undefined) nodes.push(...linked(address));
    else if (bold !== undefined) nodes.push(element('strong', {}, ...formatted(bold)));
    else if (italic !== undefined) nodes.push(element('em', {}, ...formatted(italic)));
    else nodes.push(element('s', {}, ...formatted(struck)));
    from = found.index + all.length;
  }
  nodes.push(text.slice(from));
  return nodes;
}

/** A full stop after an address does not belong to it. */
function linked(address) {
  const bare = address.replace(/[.,;:!?)\]}'"]+$/, '');
  return [link(bare, bare) ?? bare, address.slice(bare.length)];
}
