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

const AGAIN_MILLISECONDS = 3000;

// Calls `onEvent` for each event after the message `after`, and `onState` when the connection comes or goes.
// The browser reconnects by itself, and then names the last message it was sent. It gives up on an answer that
// is no stream, as from a proxy before a desk that restarts; then a new stream is opened.
export function listen(after, onEvent, onState) {
  let last = after ?? "";
  const stream = new EventSource(`/api/events?after=${last}`);
  stream.onopen = () => onState(true);
  stream.onerror = () => {
    onState(false);
    if (stream.readyState === EventSource.CLOSED) setTimeout(() => listen(last, onEvent, onState), AGAIN_MILLISECONDS);
  };
  stream.onmessage = (event) => {
    last = event.lastEventId || last;
    onEvent(JSON.parse(event.data));
  };
}
