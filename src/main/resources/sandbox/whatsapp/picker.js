// The sheet with the rows of a list message.

import {byId, element} from './dom.js';

export class Picker {
  constructor() {
    this.sheet = byId('picker');
    byId('picker-close').addEventListener('click', () => this.sheet.close());
    this.sheet.addEventListener('click', event => event.target === this.sheet && this.sheet.close());
  }

  open(list, onPicked) {
    byId('picker-title').textContent = list.title;
    byId('picker-rows').replaceChildren(...list.sections.map(section => this.section(section, onPicked)));
    this.sheet.showModal();
  }

  section({title, rows}, onPicked) {
    return element('section', {}, title ? element('h3', {dir: 'auto'}, title) : null,
      ...rows.map(row => this.row(row, onPicked)));
  }

  row(row, onPicked) {
    const button = element('button', {type: 'button', className: 'pick'},
      element('strong', {dir: 'auto'}, row.title),
      row.description ? element('small', {dir: 'auto'}, row.description) : null);
    button.addEventListener('click', () => {
      this.sheet.close();
      onPicked(row.answer);
    });
    return button;
  }
}
