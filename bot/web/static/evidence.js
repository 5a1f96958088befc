// The evidence panel: the article's own words, with the ones a line rests on marked.

import { call } from "./api.js";
import { $, make } from "./dom.js";

const articles = new Map();
let opener = null;
// An article is shown only when nothing else was opened, and nothing closed, meanwhile.
let asked = 0;

async function article(reply) {
  if (!articles.has(reply)) articles.set(reply, await call("GET", `/api/replies/${encodeURIComponent(reply)}/article`));
  return articles.get(reply);
}

// The server counts code points, JavaScript counts UTF-16 units: cut by code points.
function marked(text, spans) {
  const points = [...text];
  const nodes = [];
  let at = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue;
    nodes.push(points.slice(at, start).join(""), make("mark", {}, points.slice(start, end).join("")));
    at = end;
  }
  nodes.push(points.slice(at).join(""));
  return nodes;
}

// Opens the article of a reply at `spans`, [{field, start, end}, …]; closing gives the focus back to `from`.
// When the article has another wording by now, the spans fit nothing in it, and it is shown without marks.
export async function openEvidence(reply, wording, spans, from) {
  const mine = ++asked;
  const { title, text, language, wording: current } = await article(reply);
  if (mine !== asked) return;
  opener = from;
  const hasChanged = current !== wording;
  $("evidence-changed").hidden = !hasChanged;
  const within = (field) => hasChanged ? [] : spans.filter((span) => span.field === field);
  $("evidence-title").replaceChildren(...marked(title ?? "The article", title ? within("title") : []));
  $("evidence-text").replaceChildren(...marked(text, within("text")));
  $("evidence-text").lang = language ?? "";
  $("evidence").hidden = false;
  const first = $("evidence").querySelector("mark");
  if (first) { first.classList.add("here"); first.scrollIntoView({ block: "center" }); }
  $("evidence-text").focus({ preventScroll: true });
}

export function closeEvidence() {
  asked += 1;
  if ($("evidence").hidden) return false;
  $("evidence").hidden = true;
  opener?.focus();
  return true;
}

$("close-evidence").addEventListener("click", closeEvidence);
