// The list of people: the newest first, a piece at a time.

import * as api from './api.js';
import {byId, element, show} from './dom.js';
import {briefly, phone} from './words.js';
import {tickMark} from './ticks.js';

const PIECE = 50;
const HUES = 8;
const PATIENCE = 150;

export class ChatList {
  /** @param onOpen is given the person that was chosen */
  constructor(onOpen) {
    this.onOpen = onOpen;
    this.rows = new Map();
    this.chosen = '';
    this.wanted = PIECE;
    this.nodes = byId('chats');
    byId('more').addEventListener('click', () => this.more());
    byId('search').addEventListener('input', () => this.searchSoon());
    this.nodes.addEventListener('keydown', event => this.move(event));
  }

  /** Fetches the first piece; tells the moment that it is of, and the business. */
  async load() {
    const answer = await api.chats({limit: PIECE, search: this.search()});
    this.rows.clear();
    this.nodes.replaceChildren();
    this.wanted = PIECE;
    this.add(answer);
    return answer;
  }

  async more() {
    const oldest = Math.min(...[...this.rows.values()].map(row => row.chat.activity));
    const answer = await api.chats({limit: PIECE, before: oldest, search: this.search()});
    this.wanted += PIECE;
    const last = this.nodes.lastElementChild;
    this.add(answer);
    last?.nextElementSibling?.firstElementChild.focus();
  }

  add(answer) {
    answer.chats.forEach(chat => this.put(chat, false));
    show(byId('more'), answer.more);
    this.count(answer.people);
  }

  search() {
    return byId('search').value.replace(/[^0-9A-Za-z.]/g, '');
  }

  searchSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.load(), PATIENCE);
  }

  count(people) {
    byId('people-count').textContent = people === 1 ? '1 person' : `${people.toLocaleString()} people`;
    const search = this.search();
    byId('nobody').textContent = search ? `Nobody with ${search} in their number.` : 'No message yet. What the hub sends shows up here by itself.';
    show(byId('nobody'), this.rows.size === 0);
  }

  /** Takes in what changed: the newest moves to the top, and what no longer fits goes. */
  took({chats, people}) {
    const search = this.search().toLowerCase();
    chats.filter(chat => chat.person.toLowerCase().includes(search)).reverse().forEach(chat => this.put(chat, true));
    while (this.rows.size > this.wanted) {
      this.rows.delete(this.nodes.lastElementChild.dataset.person);
      this.nodes.lastElementChild.remove();
      show(byId('more'), true);
    }
    this.count(people);
  }

  put(chat, onTop) {
    const known = this.rows.get(chat.person);
    if (known && known.chat.activity > chat.activity) return;
    const row = this.row(chat);
    const hadFocus = known?.node.contains(document.activeElement);
    known?.node.remove();
    if (onTop) this.nodes.prepend(row);
    else this.nodes.append(row);
    this.rows.set(chat.person, {chat, node: row});
    if (hadFocus) row.firstElementChild.focus({preventScroll: true});
  }

  row(chat) {
    const {person, unread, last} = chat;
    const badge = unread ? element('span', {className: 'badge', 'aria-label': `${unread} unread`}, unread > 99 ? '99+' : String(unread)) : null;
    const button = element('button', {type: 'button', className: 'row'},
      element('span', {className: `avatar hue-${hue(person)}`, 'aria-hidden': 'true'}, person.slice(-2)),
      element('span', {className: 'row-name'}, phone(person)),
      element('time', {className: 'row-time', dateTime: new Date(last.at).toISOString()}, briefly(last.at)),
      element('span', {className: 'row-last'}, tickMark(last.ticks),
        element('span', {className: 'row-text', dir: 'auto'}, (last.fromPerson ? 'You: ' : '') + last.preview), badge));
    button.addEventListener('click', () => this.onOpen(person));
    const item = element('li', {}, button);
    item.dataset.person = person;
    this.mark(item);
    return item;
  }

  mark(item) {
    const chosen = item.dataset.person === this.chosen;
    item.firstElementChild.setAttribute('aria-current', String(chosen));
  }

  choose(person) {
    this.chosen = person;
    this.rows.forEach(({node}) => this.mark(node));
  }

  seen(person) {
    const row = this.rows.get(person);
    if (!row) return;
    row.chat.unread = 0;
    row.node.querySelector('.badge')?.remove();
  }

  focus() {
    const item = this.rows.get(this.chosen)?.node ?? this.nodes.firstElementChild;
    (item?.firstElementChild ?? byId('search')).focus();
  }

  move(event) {
    const step = {ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling'}[event.key];
    if (!step) return;
    event.preventDefault();
    document.activeElement.closest('li')?.[step]?.firstElementChild.focus();
  }
}

function hue(person) {
  return [...person].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 9973, 7) % HUES;
}
