// The field to answer as the person.

import * as api from './api.js';
import {briefly} from './bubbles.js';
import {byId, element, show} from './dom.js';
import {phone} from './words.js';

export class AnswerForm {
  /** @param onSent is told when the sandbox took what was written */
  constructor(onSent) {
    this.onSent = onSent;
    this.text = byId('answer-text');
    byId('answer').addEventListener('submit', event => this.submit(event));
    byId('quoting-end').addEventListener('click', () => this.endQuote());
    this.text.addEventListener('keydown', event => this.enter(event));
    this.text.addEventListener('input', () => this.grow());
  }

  /** Whose answer it is from now on. */
  of(person) {
    if (person === this.person) return;
    this.person = person;
    this.text.value = '';
    this.picked = undefined;
    this.grow();
    this.endQuote();
    show(byId('answer-problem'), false);
  }

  /** Which of the business's numbers it goes to: the one that wrote last, if there are several. */
  numbers(all, last) {
    const select = byId('to-number');
    if (select.options.length !== all.length) {
      select.replaceChildren(...all.map(number => element('option', {value: number.id}, phone(number.number))));
      select.addEventListener('change', () => { this.picked = select.value; });
    }
    select.value = this.picked ?? last;
    show(byId('to-number-label'), all.length > 1);
  }

  quote(message) {
    this.quoted = message;
    byId('quoting-who').textContent = message.fromPerson ? 'You' : 'The business';
    byId('quoting-text').textContent = briefly(message);
    show(byId('quoting'), true);
    this.text.focus();
  }

  /** Whether there was a quote to end. */
  endQuote() {
    const was = Boolean(this.quoted);
    this.quoted = undefined;
    show(byId('quoting'), false);
    return was;
  }

  enter(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    byId('answer').requestSubmit();
  }

  async submit(event) {
    event.preventDefault();
    const text = this.text.value.trim();
    if (!text) return;
    const sent = await this.send({text, contextId: this.quoted?.id, phoneNumberId: byId('to-number').value || undefined});
    if (!sent) return;
    this.text.value = '';
    this.endQuote();
    this.grow();
  }

  /** Whether the sandbox took it; what it objects to is shown. */
  async send(what) {
    const problem = byId('answer-problem');
    try {
      await api.write(this.person, what);
      show(problem, false);
      await this.onSent();
      return true;
    } catch (refused) {
      problem.textContent = refused.message;
      show(problem, true);
      return false;
    }
  }

  grow() {
    this.text.rows = Math.min(5, this.text.value.split('\n').length);
  }
}
