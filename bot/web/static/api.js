// Talks to the desk: JSON requests and the stream of live events.

export class Refused extends Error {
  constructor(message, fields = {}) { super(message); this.fields = fields; }
}

export async function call(method, path, body) {
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: body && !form ? { "Content-Type": "application/json" } : {},
    body: form ? body : body && JSON.stringify(body),
  }).catch(() => { throw new Refused("The desk does not answer. Is it still running?"); });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(answer.error ?? `The desk answered ${response.status}.`, answer.fields);
  return answer;
}

// Calls `onEvent` for each event after the message `after`, and `onState` when the connection comes or goes.
// The browser reconnects by itself, and then names the last message it was sent.
export function listen(after, onEvent, onState) {
  const stream = new EventSource(`/api/events?after=${after ?? ""}`);
  stream.onopen = () => onState(true);
  stream.onerror = () => onState(false);
  stream.onmessage = (event) => onEvent(JSON.parse(event.data));
}
