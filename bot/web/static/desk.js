// The local desk: channels, messages, thread replies that arrive live.

import { call, listen, Refused } from "./api.js";
import { $, linked, make } from "./dom.js";
import { closeEvidence, openEvidence } from "./evidence.js";
import { openSettings } from "./settings.js";
import { listenForVerdicts, showVerdicts } from "./verdicts.js";

const STAGES = { queued: ["waiting", 1], fetching: ["fetching the page", 2], reading: ["reading", 3] };

const MODES = {
  automatic: "every article link is answered",
  reaction: "answered when somebody reacts",
  command: "answered on /brief only",
};

// An answer is shown only when nothing newer was asked meanwhile.
const asked = { channels: 0, messages: 0 };
// What happens while messages are being loaded may be missing in the answer, and is shown after it.
let held = null;

let channels = [];
let current = named(location.hash);

// The channel that an address names; none when somebody mistyped it.
function named(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return ""; }
}

// ---- channels ----------------------------------------------------------------------------------

async function loadChannels() {
  const mine = ++asked.channels;
  const answer = await call("GET", "/api/channels");
  if (mine !== asked.channels) return;
  channels = answer.channels;
  if (!channels.some((channel) => channel.name === current)) current = channels[0].name;
  $("channels").replaceChildren(...channels.map((channel) => make("li", {},
    make("button", { type: "button", "aria-current": channel.name === current ? "page" : null, onclick: () => go(channel.name) }, `# ${channel.name}`))));
  const { name, mode } = channels.find((channel) => channel.name === current);
  $("channel-title").textContent = `# ${name}`;
  $("channel-mode").textContent = MODES[mode];
}

async function go(channel) {
  current = channel;
  history.replaceState(null, "", `#${encodeURIComponent(channel)}`);
  await attempt(load);
}

async function load() {
  await loadChannels();
  return loadMessages();
}

// ---- messages ----------------------------------------------------------------------------------

function who(message) {
  const at = new Date(message.at);
  return make("div", { class: "who" }, message.author, make("time", { datetime: message.at }, at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })));
}

// `html` comes from the bot's own renderer, which escapes everything that a page or a person wrote.
function replyNode(reply) {
  const node = make("li", { class: "reply", id: `message-${reply.id}`, "data-reply": reply.id });
  if (reply.html) node.innerHTML = reply.html;
  else node.append(make("p", { class: "said" }, ...linked(reply.text)), ...reply.hits.map(hitNode));
  return node;
}

function hitNode(hit) {
  const title = hit.url.startsWith("http") ? make("a", { href: hit.url, rel: "noreferrer noopener", target: "_blank" }, hit.title || hit.url) : hit.title;
  return make("div", { class: "hit" }, make("b", {}, title), ` ${hit.site}`, make("p", {}, hit.excerpt));
}

function messageNode(message) {
  return make("li", { class: "message", id: `message-${message.id}`, tabindex: -1 },
    who(message), make("p", { class: "said" }, ...linked(message.text)),
    make("div", { class: "stages" }), make("ol", { class: "thread", "aria-label": "Replies" }, ...message.replies.map(replyNode)));
}

// Returns the id of the newest message that the answer could hold; live events go on from there.
async function loadMessages() {
  const mine = ++asked.messages;
  held ??= [];
  try {
    const { messages, newest, earlier } = await call("GET", `/api/channels/${encodeURIComponent(current)}/messages`);
    if (mine === asked.messages) showMessages(messages, earlier);
    return newest;
  } finally {
    if (mine === asked.messages) release();
  }
}

function release() {
  const waiting = held;
  held = null;
  waiting.forEach(happen);
}

function showMessages(messages, earlier) {
  $("messages").replaceChildren(...messages.map(messageNode));
  offerEarlier(earlier);
  if (!messages.length) $("messages").append(make("li", { class: "empty" },
    "Nothing here yet. Paste the address of an article, or drop a text or HTML file on the page."));
  showStages(messages);
  $("messages").scrollTop = $("messages").scrollHeight;
  attempt(() => showVerdicts(current));
}

function showStages(messages) {
  for (const message of messages) for (const [url, stage] of Object.entries(message.progress)) showStage(message.id, url, stage);
}

function offerEarlier(earlier) {
  if (earlier) $("messages").prepend(make("li", { class: "earlier" }, make("button", { type: "button", onclick: () => attempt(loadEarlier) }, "Show earlier")));
}

// What was in sight stays where it is, and the focus goes to the newest of the messages that come above it.
async function loadEarlier() {
  const mine = asked.messages;
  const list = $("messages");
  const first = list.querySelector(".message");
  const { messages, earlier } = await call("GET", `/api/channels/${encodeURIComponent(current)}/messages?before=${first.id.replace("message-", "")}`);
  if (mine !== asked.messages || first !== list.querySelector(".message")) return;
  const below = list.scrollHeight - list.scrollTop;
  list.querySelector(".earlier")?.remove();
  first.before(...messages.map(messageNode));
  offerEarlier(earlier);
  showStages(messages);
  first.previousElementSibling?.focus({ preventScroll: true });
  list.scrollTop = list.scrollHeight - below;
  await showVerdicts(current);
}

function showStage(message, url, stage) {
  const place = document.querySelector(`#message-${message} > .stages`);
  if (!place) return;
  const old = [...place.children].find((row) => row.dataset.url === url);
  const [words, value] = STAGES[stage] ?? [];
  const row = words && make("div", { class: "progress", "data-url": url, role: "status" },
    make("progress", { max: 4, value, "aria-label": words }), `${words} …`);
  if (old && row) old.replaceWith(row);
  else if (old) old.remove();
  else if (row) place.append(row);
}

function addMessage(message) {
  if (message.channel !== current || document.getElementById(`message-${message.id}`)) return;
  const list = $("messages");
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 160;
  if (message.thread) {
    // A late reply to a message that is older than those on the page has no place there.
    document.querySelector(`#message-${message.thread} > .thread`)?.append(replyNode(message));
  } else {
    list.querySelector(".empty")?.remove();
    list.append(messageNode(message));
  }
  if (atEnd) list.scrollTop = list.scrollHeight;
}

const EVENTS = {
  message: (event) => addMessage(event.message),
  progress: (event) => showStage(event.message, event.url, event.stage),
  forgotten: () => attempt(load),
};

function happen(event) {
  if (held) held.push(event);
  else EVENTS[event.type]?.(event);
}

// ---- writing -----------------------------------------------------------------------------------

function notice(text) { $("notice").textContent = text; }

async function attempt(work) {
  try { notice(""); return await work(); } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    notice(problem.message);
    return null;
  }
}

// The box is free for the next message at once; one that could not be sent comes back in front of it.
async function send() {
  const text = $("text").value.trim();
  if (!text) return;
  write("");
  const sent = await attempt(() => call("POST", `/api/channels/${encodeURIComponent(current)}/messages`, { text }));
  if (!sent) write([text, $("text").value].filter(Boolean).join("\n"));
}

function write(text) { $("text").value = text; fit(); }

async function sendFile(file) {
  const form = new FormData();
  form.append("file", file);
  await attempt(() => call("POST", `/api/channels/${encodeURIComponent(current)}/files`, form));
}

function fit() { $("text").style.height = "auto"; $("text").style.height = `${$("text").scrollHeight + 2}px`; }

$("composer").addEventListener("submit", (event) => { event.preventDefault(); send(); });
$("text").addEventListener("input", fit);
$("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
});
$("text").addEventListener("paste", (event) => {
  for (const file of event.clipboardData.files) { event.preventDefault(); sendFile(file); }
});
$("file").addEventListener("change", () => { for (const file of $("file").files) sendFile(file); $("file").value = ""; });
$("new-channel").addEventListener("submit", async (event) => {
  event.preventDefault();
  const name = $("channel-name").value;
  const made = await attempt(() => call("POST", "/api/channels", { name }));
  if (!made) return;
  if ($("channel-name").value === name) $("channel-name").value = "";
  await go(made.name);
});

let dragging = 0;
addEventListener("dragenter", (event) => { if (event.dataTransfer?.types.includes("Files")) { dragging += 1; $("drop").hidden = false; } });
addEventListener("dragleave", () => { dragging = Math.max(0, dragging - 1); $("drop").hidden = dragging === 0; });
addEventListener("dragover", (event) => event.preventDefault());
addEventListener("drop", (event) => {
  event.preventDefault();
  dragging = 0;
  $("drop").hidden = true;
  for (const file of event.dataTransfer.files) sendFile(file);
});

// ---- evidence and keys --------------------------------------------------------------------------

$("messages").addEventListener("click", (event) => {
  const line = event.target.closest("[data-spans]");
  if (!line) return;
  event.preventDefault();
  attempt(() => openEvidence(line.closest(".reply").dataset.reply, line.closest(".brief").dataset.wording, JSON.parse(line.dataset.spans), line));
});

listenForVerdicts($("messages"), attempt);

function step(by) {
  const all = [...document.querySelectorAll(".message")];
  const at = all.indexOf(document.activeElement.closest(".message"));
  const next = all[at < 0 ? all.length - 1 : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

function otherChannel(by) {
  const at = channels.findIndex((channel) => channel.name === current);
  go(channels[(at + by + channels.length) % channels.length].name);
}

const KEYS = { "/": () => $("text").focus(), "?": () => $("help").showModal(), j: () => step(1), k: () => step(-1) };

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !document.querySelector("dialog[open]") && closeEvidence()) return;
  if (event.altKey && event.key === "ArrowDown") { event.preventDefault(); otherChannel(1); return; }
  if (event.altKey && event.key === "ArrowUp") { event.preventDefault(); otherChannel(-1); return; }
  const writing = event.target.matches("input, textarea, select") || document.querySelector("dialog[open]");
  if (writing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});

$("open-help").addEventListener("click", () => $("help").showModal());
$("open-settings").addEventListener("click", () => attempt(() => openSettings(channels, current)));
document.addEventListener("settings-saved", () => attempt(loadChannels));
$("theme").addEventListener("click", () => {
  const dark = document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  localStorage.theme = document.documentElement.dataset.theme = dark ? "light" : "dark";
});
if (localStorage.theme) document.documentElement.dataset.theme = localStorage.theme;

// ---- start -------------------------------------------------------------------------------------

const newest = await attempt(load);
// Until here a form would have been sent by the browser itself, and its words lost.
for (const control of document.querySelectorAll("nav :disabled, main :disabled")) control.disabled = false;
let broken = newest === null;
listen(newest, happen, (up) => {
  $("link-state").textContent = up ? "live" : "reconnecting …";
  if (up && broken) attempt(load);
  broken = !up;
});
$("text").focus();
