// Right or wrong: the reader's verdicts on likely errors, below every brief.

import { call } from "./api.js";
import { make } from "./dom.js";

function mark(group, verdict) {
  for (const button of group.querySelectorAll("[data-verdict]")) {
    button.setAttribute("aria-pressed", String(button.dataset.verdict === verdict));
  }
}

function groups(reply, item) {
  const all = [...document.querySelectorAll(`.reply[data-reply="${CSS.escape(reply)}"] .verdict`)];
  return item === undefined ? all : all.filter((group) => group.dataset.item === item);
}

// Shows what was said before about the findings of every reply in sight.
export async function showVerdicts(channel) {
  const { verdicts } = await call("GET", `/api/channels/${encodeURIComponent(channel)}/verdicts`);
  for (const [reply, items] of Object.entries(verdicts)) {
    for (const group of groups(reply)) mark(group, items[group.dataset.item]);
  }
}

async function say(group, verdict, reason) {
  const reply = group.closest(".reply").dataset.reply;
  const body = { item: group.dataset.item, verdict, ...(reason === undefined ? {} : { reason }) };
  const { said } = await call("PUT", `/api/replies/${encodeURIComponent(reply)}/verdicts`, body);
  mark(group, verdict);
  return said;
}

function remark(group, text, askReason) {
  group.parentElement.querySelector(".verdict-said")?.remove();
  const place = make("span", { class: "verdict-said", role: "status" });
  group.after(place);
  place.append(text);
  if (!askReason) return;
  const input = make("input", { maxlength: 500, placeholder: "Why is it wrong? (optional)", "aria-label": "Why is it wrong?" });
  const form = make("form", { class: "reason" }, input, make("button", {}, "Add"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    event.stopPropagation();
    group.dispatchEvent(new CustomEvent("reason", { bubbles: true, detail: input.value }));
  });
  place.append(" ", form);
  input.focus();
}

// Answers presses below `place`; `attempt` shows what goes wrong. A second press takes the verdict back.
export function listenForVerdicts(place, attempt) {
  place.addEventListener("click", (event) => {
    const button = event.target.closest(".verdict [data-verdict]");
    if (!button) return;
    const group = button.closest(".verdict");
    const verdict = button.getAttribute("aria-pressed") === "true" ? null : button.dataset.verdict;
    attempt(async () => remark(group, await say(group, verdict), verdict === "wrong"));
  });
  place.addEventListener("reason", (event) => {
    const group = event.target;
    attempt(async () => {
      remark(group, await say(group, "wrong", event.detail), false);
      group.querySelector("[data-verdict=wrong]").focus();
    });
  });
}
