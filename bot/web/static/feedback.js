// In the settings: what the readers' verdicts changed in a channel, and how to undo it.

import { call } from "./api.js";
import { $, make } from "./dom.js";

function table(caption, heads, rows) {
  return make("table", {}, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, ...rows));
}

function undo(channel, label, about, path) {
  const press = async () => { await call("DELETE", path); await showFeedback(channel); };
  return make("button", { type: "button", "aria-label": `${label}: ${about}`, onclick: press }, label);
}

function checkRow(channel, base, line) {
  return make("tr", {}, make("th", { scope: "row" }, line.check), make("td", {}, line.right), make("td", {}, line.wrong),
    make("td", {}, line.described, ...line.reasons.map((reason) => make("q", {}, reason))), make("td", {}, undo(channel, "Reset", line.check, `${base}?check=${encodeURIComponent(line.check)}`)));
}

function wordsRow(channel, base, line) {
  return make("tr", {}, make("th", { scope: "row" }, `“${line.words}”`), make("td", {}, line.check),
    make("td", {}, line.described), make("td", {}, undo(channel, "Flag again", line.words, `${base}/words/${line.id}`)));
}

// An answer is shown only when nothing newer was asked meanwhile.
let asked = 0;

// Fills the part of the settings that is about verdicts; without a channel it says where they are kept.
export async function showFeedback(channel) {
  const mine = ++asked;
  const place = $("feedback");
  if (!channel) {
    place.replaceChildren(make("p", {}, "Verdicts count in the channel where they were given. Choose a channel above to see them."));
    return;
  }
  const base = `/api/channels/${encodeURIComponent(channel)}/feedback`;
  const { checks, words } = await call("GET", base);
  if (mine !== asked) return;
  if (!checks.length) {
    place.replaceChildren(make("p", {}, "Nobody has judged a likely error in this channel yet. Right and Wrong stand beside each of them."));
    return;
  }
  place.replaceChildren(
    table("Checks", ["Check", "Right", "Wrong", "What it changes", ""], checks.map((line) => checkRow(channel, base, line))),
    ...(words.length ? [table("Words called wrong", ["Words", "Check", "What it changes", ""], words.map((line) => wordsRow(channel, base, line)))] : []),
    undo(channel, "Reset everything", "all verdicts of this channel", base));
}
