// The evidence panel: the article's own words, with the ones a line rests on marked.
// Every brief carries its article, folded; the panel shows a copy of it.

import { $ } from "./dom.js";

let opener = null;

// `link` points at a mark inside the reply that it stands in. False when it points elsewhere.
export function openEvidence(link) {
  const anchor = decodeURIComponent(link.getAttribute("href").slice(1));
  const source = link.closest(".reply")?.querySelector(".source");
  if (!source?.querySelector(`#${CSS.escape(anchor)}`)) return false;
  const copy = source.cloneNode(true);
  const here = copy.querySelector(`#${CSS.escape(anchor)}`);
  for (const node of copy.querySelectorAll("[id]")) node.removeAttribute("id");
  here.classList.add("here");
  $("evidence-title").replaceChildren(...copy.querySelector("h4").childNodes);
  $("evidence-text").replaceChildren(...copy.querySelector(".text").childNodes);
  $("evidence-text").lang = copy.querySelector(".text").lang;
  $("evidence").hidden = false;
  here.scrollIntoView({ block: "center" });
  $("evidence-text").focus({ preventScroll: true });
  opener = link;
  return true;
}

export function closeEvidence() {
  if ($("evidence").hidden) return false;
  $("evidence").hidden = true;
  opener?.focus();
  return true;
}

$("close-evidence").addEventListener("click", closeEvidence);
