// What the page asks the sandbox.

const CHATS = '/_sandbox/chats';

async function ask(path, options) {
  const answer = await fetch(path, {cache: 'no-store', ...options});
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? `The sandbox answered ${answer.status}`);
  return body;
}

const query = parameters => new URLSearchParams(
  Object.entries(parameters).filter(([, value]) => value !== undefined && value !== ''));

const post = (path, body) => ask(path, {
  method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});

export const chats = parameters => ask(`${CHATS}?${query(parameters)}`);
export const messages = (person, parameters) =>
  ask(`${CHATS}/${encodeURIComponent(person)}/messages?${query(parameters)}`);
export const seen = person => post(`${CHATS}/${encodeURIComponent(person)}/seen`, {});
export const changes = since => ask(`${CHATS}/changes?${query({since})}`);
export const events = since => new EventSource(`${CHATS}/events?${query({since})}`);

/** Where the page gets a file from that was uploaded to one of the business's numbers. */
export const fileOf = (number, id) => `${CHATS}/media/${encodeURIComponent(number)}/${encodeURIComponent(id)}`;

/** The person writes: {text} or {message: {type, …}}, with contextId when it answers a message. */
export const write = (person, what) =>
  post('/_sandbox/inbound', {...(/^\d+$/.test(person) ? {from: person} : {userId: person}), ...what});
