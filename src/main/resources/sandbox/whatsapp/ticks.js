// Ticks change with time: the sandbox says when each status holds, and the page looks at the clock.

import {element, icon} from './dom.js';

const SAID = {sent: 'Sent', delivered: 'Delivered', read: 'Read', failed: 'Not delivered'};
const waiting = new Map();
let timer;
let planned = false;

export function statusOf(ticks, now = Date.now()) {
  return ticks.filter(tick => tick.at <= now).at(-1)?.status ?? '';
}

/** An element that shows the status and keeps doing so. */
export function tickMark(ticks, onChange = () => {}) {
  const mark = element('span', {className: 'tick', role: 'img'});
  setTicks(mark, ticks, onChange);
  return mark;
}

export function setTicks(mark, ticks, onChange = () => {}) {
  draw(mark, statusOf(ticks));
  onChange(mark.dataset.status);
  if (ticks.some(tick => tick.at > Date.now())) waiting.set(mark, {ticks, onChange});
  else waiting.delete(mark);
  plan();
}

function draw(mark, status) {
  mark.dataset.status = status;
  mark.setAttribute('aria-label', SAID[status] ?? 'On its way');
  mark.title = SAID[status] ?? 'On its way';
  mark.replaceChildren(icon(status === 'read' ? 'tick-delivered' : `tick-${status || 'sent'}`));
}

/** Once for all marks that are set in one go. */
function plan() {
  if (planned) return;
  planned = true;
  queueMicrotask(wait);
}

function wait() {
  planned = false;
  clearTimeout(timer);
  const now = Date.now();
  const next = Math.min(...[...waiting.values()].flatMap(({ticks}) => ticks.map(tick => tick.at)).filter(at => at > now));
  if (Number.isFinite(next)) timer = setTimeout(tell, Math.min(next - now + 5, 60_000));
}

/** A mark that has left the page is forgotten. */
function tell() {
  for (const [mark, {ticks, onChange}] of [...waiting]) {
    if (mark.isConnected) setTicks(mark, ticks, onChange);
    else waiting.delete(mark);
  }
  plan();
}
