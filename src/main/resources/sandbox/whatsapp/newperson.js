// Starting a chat as somebody who has none yet.

import {byId, show} from './dom.js';

const NUMBER = /^[1-9]\d{5,14}$/;

export class NewPerson {
  constructor(onOpen) {
    this.onOpen = onOpen;
    this.form = byId('new-person');
    byId('new-open').addEventListener('click', () => this.toggle(this.form.hidden));
    this.form.addEventListener('submit', event => this.submit(event));
    this.form.addEventListener('keydown', event => event.key === 'Escape' && this.toggle(false));
  }

  toggle(shown) {
    show(this.form, shown);
    byId('new-open').setAttribute('aria-expanded', String(shown));
    byId(shown ? 'new-number' : 'new-open').focus();
  }

  submit(event) {
    event.preventDefault();
    const number = byId('new-number').value.replace(/[\s().+\/-]/g, '');
    const wrong = !NUMBER.test(number);
    byId('new-problem').textContent = 'A phone number has 6 to 15 digits and does not begin with 0: +351 912 345 678';
    show(byId('new-problem'), wrong);
    if (wrong) return;
    byId('new-number').value = '';
    this.toggle(false);
    this.onOpen(number);
  }
}
