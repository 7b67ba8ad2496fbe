// The page: people on the left, a phone on the right. On a narrow screen, one of the two.

import * as api from './api.js';
import {AnswerForm} from './answer.js';
import {Chat} from './chat.js';
import {ChatList} from './list.js';
import {byId, show} from './dom.js';
import {Live} from './live.js';
import {NewPerson} from './newperson.js';
import {Picker} from './picker.js';
import {hour, phone, today} from './words.js';

const STATES = {live: 'Live', asking: 'Live, asking every 2 s', lost: 'The sandbox does not answer; trying again'};
let business = [];

const list = new ChatList(person => { location.hash = person; });
const picker = new Picker();
const answerForm = new AnswerForm(() => chat.catchUp());
const chat = new Chat({
  answer: (message, answer) => answerForm.send({message: answer, contextId: message.id, phoneNumberId: message.number}),
  choose: message => picker.open(message.list,
    answer => answerForm.send({message: answer, contextId: message.id, phoneNumberId: message.number})),
  quote: message => answerForm.quote(message),
  copy: text => navigator.clipboard?.writeText(text),
  numberOf: id => nameOf(id),
}, person => list.seen(person));
new NewPerson(person => { location.hash = person; });

function nameOf(id) {
  const number = business.find(one => one.id === id);
  return number ? `${number.name}, ${phone(number.number)}` : `Number ${id}`;
}

function showBusiness() {
  const number = business.find(one => one.id === chat.lastNumber()) ?? business[0];
  byId('business-name').textContent = number.name;
  byId('business-number').textContent = phone(number.number);
  byId('business-initial').textContent = [...number.name][0] ?? '';
  answerForm.numbers(business, number.id);
}

async function open() {
  const person = decodeURIComponent(location.hash.slice(1)).replace(/[^0-9A-Za-z.]/g, '');
  byId('desk').dataset.view = person ? 'chat' : 'list';
  show(byId('chat'), Boolean(person));
  show(byId('lock'), !person);
  byId('whose').textContent = person ? phone(person) : '';
  document.title = `${person ? phone(person) : 'Phones'} · Sealpost sandbox`;
  list.choose(person);
  answerForm.of(person);
  if (!person) {
    chat.close();
    return;
  }
  await chat.open(person);
  showBusiness();
  byId('answer-text').focus({preventScroll: true});
}

/** A busy moment asks to start over; the list then loads at most once a second. */
function took(changes) {
  if (changes.startOver) startOverSoon();
  else list.took(changes);
  if (chat.person && (changes.startOver || changes.chats.some(changed => changed.person === chat.person))) {
    chat.catchUp().then(showBusiness).catch(() => {});
  }
}

let startOverTimer;
function startOverSoon() {
  startOverTimer ??= setTimeout(() => {
    startOverTimer = undefined;
    list.load().catch(() => {});
  }, 1_000);
}

function tellTime() {
  const now = hour(Date.now());
  byId('clock').textContent = now;
  byId('lock-clock').textContent = now;
  byId('lock-date').textContent = today();
}

function tellState(state) {
  byId('connection').textContent = STATES[state];
  byId('connection').dataset.state = state;
}

function onKey(event) {
  if (event.key === '/' && !event.target.matches('input, textarea, select')) {
    event.preventDefault();
    byId('search').focus();
  }
  if (event.key === 'Escape' && !byId('picker').open && chat.person) {
    if (event.target.closest('.phone') && !answerForm.endQuote()) list.focus();
  }
}

function back() {
  location.hash = '';
  list.focus();
}

async function start() {
  tellTime();
  setInterval(tellTime, 10_000);
  byId('back').addEventListener('click', back);
  document.addEventListener('keydown', onKey);
  window.addEventListener('hashchange', open);
  const first = await list.load();
  business = first.business;
  await open();
  new Live(first.moment, took, tellState).start();
}

start().catch(() => {
  tellState('lost');
  setTimeout(() => location.reload(), 5_000);
});
