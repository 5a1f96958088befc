// The settings form, built from the fields that the desk describes.

import { call, Refused } from "./api.js";
import { $, make } from "./dom.js";
import { showFeedback } from "./feedback.js";

const READERS = {
  boolean: (input) => input.checked,
  integer: (input) => Number.parseInt(input.value, 10),
  number: (input) => Number.parseFloat(input.value),
  list: (input) => input.value.split(/[\s,]+/).filter(Boolean),
  choices: (input) => [...input.querySelectorAll("input:checked")].map((box) => box.value),
  text: (input) => input.value,
  choice: (input) => input.value,
};

function control(field) {
  const id = `setting-${field.name}`;
  switch (field.kind) {
    case "boolean":
      return make("input", { id, type: "checkbox", checked: field.value });
    case "integer":
    case "number":
      return make("input", { id, type: "number", step: field.kind === "number" ? "any" : 1, min: field.minimum, max: field.maximum, value: field.value });
    case "choice":
      return make("select", { id }, ...field.choices.map((choice) => make("option", { value: choice, selected: choice === field.value }, choice)));
    case "choices":
      return make("fieldset", { id, "aria-label": field.label }, ...field.choices.map((choice) =>
        make("label", {}, make("input", { type: "checkbox", value: choice, checked: field.value.includes(choice) }), ` ${choice} `)));
    case "list":
      return make("input", { id, value: field.value.join(", ") });
    default:
      return make("input", { id, value: field.value ?? "" });
  }
}

function row(field) {
  const from = field.own ? null : make("small", {}, `${field.help} (taken over from ${field.from})`);
  return make("div", { class: "setting", "data-name": field.name, "data-kind": field.kind },
    make("label", { for: `setting-${field.name}` }, field.label), control(field),
    from ?? make("small", {}, field.help), make("span", { class: "bad", role: "alert" }));
}

let shown = [];

async function show() {
  const answer = await call("GET", `/api/settings?channel=${encodeURIComponent($("scope").value)}`);
  shown = answer.fields;
  $("fields").replaceChildren(...shown.map(row));
  $("settings-errors").textContent = "";
  await showFeedback($("scope").value);
}

// Only what differs is sent, so that everything else stays inherited.
function changes() {
  const changed = {};
  for (const field of shown) {
    const input = $(`setting-${field.name}`);
    const value = READERS[field.kind](input);
    if (JSON.stringify(value) !== JSON.stringify(field.value)) changed[field.name] = value;
  }
  return changed;
}

async function save(event) {
  event.preventDefault();
  for (const place of $("fields").querySelectorAll(".bad")) place.textContent = "";
  try {
    await call("PUT", `/api/settings?channel=${encodeURIComponent($("scope").value)}`, changes());
    $("settings").close();
    document.dispatchEvent(new Event("settings-saved"));
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    $("settings-errors").textContent = problem.message;
    for (const [name, message] of Object.entries(problem.fields ?? {})) {
      const place = document.querySelector(`.setting[data-name="${CSS.escape(name)}"] .bad`);
      if (place) place.textContent = message;
    }
  }
}

export async function openSettings(channels, current) {
  $("scope").replaceChildren(make("option", { value: "" }, "all channels"),
    ...channels.map((channel) => make("option", { value: channel.name, selected: channel.name === current }, `#${channel.name}`)));
  await show();
  $("settings").showModal();
}

$("scope").addEventListener("change", show);
$("save").addEventListener("click", save);
