// One person's chat: the newest piece first, older ones when scrolled to, new ones as they come.

import * as api from './api.js';
import {bubble} from './bubbles.js';
import {byId, element, show} from './dom.js';
import {day} from './words.js';
import {setTicks, statusOf} from './ticks.js';

const PIECE = 50;
const MOST = 400;
const MOST_AT_ONCE = 200;
const NEAR = 80;
const LOOK_AGAIN_EVERY = 1_000;
const LOOKS = 30;

export class Chat {
  /**
   * @param actions what taps do, see bubble()
   * @param onSeen is told when the person has seen everything
   */
  constructor(actions, onSeen) {
    this.actions = {...actions, goTo: id => this.goTo(id)};
    this.onSeen = onSeen;
    this.person = '';
    this.pane = byId('messages');
    this.log = byId('log');
    this.pane.addEventListener('scroll', () => this.scrolled());
    const resized = new ResizeObserver(() => this.follows && this.toNewest());
    resized.observe(this.pane);
    resized.observe(this.log);
    byId('to-newest').addEventListener('click', () => this.toNewest());
  }

  async open(person) {
    this.person = person;
    await this.reload();
  }

  close() {
    this.person = '';
    clearTimeout(this.timer);
  }

  async reload() {
    const person = this.person;
    const piece = await api.messages(person, {limit: PIECE});
    if (person !== this.person) return;
    this.known = new Map();
    this.first = piece.first;
    this.size = piece.size;
    this.log.replaceChildren();
    this.fresh = 0;
    this.add(piece.messages);
    show(byId('older'), this.first > 0);
    this.toNewest();
    this.looked(piece.unread);
  }

  /** Fetches what is new, one request at a time; too much of it at once is skipped, and older() has it. */
  async catchUp() {
    if (this.busy || !this.person) {
      this.again = this.busy;
      return;
    }
    this.busy = true;
    try {
      await this.fetchNewer(this.person);
    } finally {
      this.busy = false;
    }
    if (this.again) {
      this.again = false;
      await this.catchUp();
    }
  }

  async fetchNewer(person) {
    const from = this.size;
    const piece = await api.messages(person, {from, limit: MOST_AT_ONCE});
    if (person !== this.person || from !== this.size) return;
    if (piece.size > from + MOST_AT_ONCE) {
      await this.reload();
      return;
    }
    const atEnd = this.isAtEnd();
    this.size = piece.size;
    this.add(piece.messages);
    if (atEnd || piece.messages.some(message => message.fromPerson)) this.toNewest();
    else this.tellFresh(piece.messages.length);
    this.trim();
    this.looked(piece.unread);
  }

  add(messages) {
    show(byId('nothing'), this.size === 0);
    messages.forEach(message => this.known.set(message.id, message));
    messages.filter(message => !message.reaction).forEach(message => this.log.append(...this.rows(message, this.log.lastElementChild)));
    messages.forEach(message => this.react(message));
    this.lookAgain(LOOKS);
  }

  rows(message, previous) {
    const row = bubble(message, this.known.get(message.quotes), this.actions);
    row.dataset.day = day(message.at);
    row.dataset.number = message.number;
    const rows = [];
    if (previous?.dataset.day !== row.dataset.day) rows.push(element('p', {className: 'day'}, row.dataset.day));
    if (previous?.dataset.number && previous.dataset.number !== message.number) {
      rows.push(element('p', {className: 'day'}, this.actions.numberOf(message.number)));
    }
    return [...rows, row];
  }

  /** The last one of each side counts; an empty one takes it back. */
  react({reaction, fromPerson}) {
    const shown = reaction && byId(`m-${reaction.to}`)?.querySelector('.reactions');
    if (!shown) return;
    const side = fromPerson ? 'person' : 'business';
    shown.querySelector(`.${side}`)?.remove();
    if (reaction.emoji) shown.append(element('span', {className: side, title: `From the ${side}`}, reaction.emoji));
  }

  async older() {
    if (this.fetching || !this.first) return;
    this.fetching = true;
    const person = this.person;
    try {
      const piece = await api.messages(person, {before: this.first, limit: PIECE});
      if (person === this.person) this.prepend(piece);
    } finally {
      this.fetching = false;
    }
  }

  prepend(piece) {
    const below = this.pane.scrollHeight - this.pane.scrollTop;
    this.log.setAttribute('aria-busy', 'true');
    const newer = [...this.log.children];
    this.log.replaceChildren();
    this.first = piece.first;
    const known = this.known;
    this.known = new Map();
    this.add(piece.messages);
    known.forEach((message, id) => this.known.set(id, message));
    if (newer[0]?.textContent === this.log.lastElementChild?.dataset.day) newer.shift();
    this.log.append(...newer);
    this.known.forEach(message => this.react(message));
    show(byId('older'), this.first > 0);
    this.pane.scrollTop = this.pane.scrollHeight - below;
    this.log.removeAttribute('aria-busy');
  }

  /** Whoever watches a long run keeps the newest only. */
  trim() {
    const messages = this.log.querySelectorAll('.message');
    if (messages.length <= MOST || !this.isAtEnd()) return;
    [...messages].slice(0, messages.length - MOST / 2).forEach(row => this.forget(row));
    show(byId('older'), true);
    this.toNewest();
  }

  forget(row) {
    while (this.log.firstElementChild !== row) this.log.firstElementChild.remove();
    row.remove();
    const positions = [...this.known.keys()];
    while (positions.length) {
      const id = positions.shift();
      this.known.delete(id);
      this.first++;
      if (id === row.dataset.id) return;
    }
  }

  /** Whether the business's webhook took what the person wrote shows a little later. */
  lookAgain(times) {
    clearTimeout(this.timer);
    const open = [...this.known.values()].slice(-PIECE).filter(message => message.fromPerson && statusOf(message.ticks) === 'sent');
    if (!open.length || !times || !this.person) return;
    this.timer = setTimeout(() => this.refresh(times), LOOK_AGAIN_EVERY);
  }

  async refresh(times) {
    const person = this.person;
    const piece = await api.messages(person, {from: Math.max(this.first, this.size - PIECE), limit: PIECE}).catch(() => null);
    if (person !== this.person) return;
    for (const message of piece?.messages ?? []) {
      const known = this.known.get(message.id);
      const mark = byId(`m-${message.id}`)?.querySelector('.tick');
      if (!known || !mark || message.ticks.length === known.ticks.length) continue;
      known.ticks = message.ticks;
      setTicks(mark, message.ticks);
    }
    this.lookAgain(times - 1);
  }

  looked(unread) {
    if (document.hidden) return;
    if (unread) api.seen(this.person).catch(() => {});
    this.onSeen(this.person);
  }

  isAtEnd() {
    return this.pane.scrollHeight - this.pane.scrollTop - this.pane.clientHeight < NEAR;
  }

  toNewest() {
    this.pane.scrollTop = this.pane.scrollHeight;
    this.follows = true;
    this.fresh = 0;
    show(byId('to-newest'), false);
  }

  tellFresh(count) {
    if (!count) return;
    this.fresh += count;
    byId('to-newest').textContent = this.fresh === 1 ? '1 new message' : `${this.fresh} new messages`;
    show(byId('to-newest'), true);
  }

  scrolled() {
    this.follows = this.isAtEnd();
    if (this.follows) {
      this.fresh = 0;
      show(byId('to-newest'), false);
    }
    if (this.pane.scrollTop < NEAR) this.older();
  }

  goTo(id) {
    const row = byId(`m-${id}`);
    if (!row) return;
    row.scrollIntoView({block: 'center'});
    row.classList.remove('found');
    requestAnimationFrame(() => row.classList.add('found'));
  }

  lastNumber() {
    return [...(this.known?.values() ?? [])].filter(message => !message.fromPerson).at(-1)?.number;
  }
}
