// Follows what changes: by server-sent events, or by asking now and then where those are not to be had.

import * as api from './api.js';

const ASK_EVERY = 2_000;
const TRY_EVENTS_AGAIN_AFTER = 15;

export class Live {
  /** @param onChanges is given what changed; @param onState 'live', 'asking' or 'lost' */
  constructor(moment, onChanges, onState) {
    this.moment = moment;
    this.onChanges = onChanges;
    this.onState = onState;
    document.addEventListener('visibilitychange', () => document.hidden ? this.stop() : this.start());
  }

  start() {
    this.stop();
    this.source = api.events(this.moment);
    this.source.onopen = () => this.onState('live');
    this.source.onmessage = event => this.took(JSON.parse(event.data));
    this.source.onerror = () => this.broken();
  }

  stop() {
    this.source?.close();
    clearTimeout(this.timer);
  }

  /** The browser tries again by itself, unless it was told that there is no room. */
  broken() {
    if (this.source.readyState === EventSource.CLOSED) this.ask(TRY_EVENTS_AGAIN_AFTER);
    else this.onState('lost');
  }

  took(changes) {
    this.moment = changes.moment;
    this.onChanges(changes);
  }

  async ask(times) {
    try {
      this.took(await api.changes(this.moment));
      this.onState('asking');
    } catch {
      this.onState('lost');
    }
    this.timer = setTimeout(() => times > 1 ? this.ask(times - 1) : this.start(), ASK_EVERY);
  }
}
