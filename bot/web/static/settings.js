// The settings form, built from the fields that the desk describes.

import { call, Refused } from "./api.js";
import { $, make } from "./dom.js";
import { showFeedback } from "./feedback.js";

const READERS = {
  boolean: (input) => input.checked,
  integer: (input) => Number.parseInt(input.value, 10),
  number: (input) => Number.parseFloat(input.value),
  list: (input) => input.value.split(/[\s,]+/).filter(Boolean),
  // In the order that was set; what is added comes last.
  choices: (input, before) => [...input.querySelectorAll("input:checked")].map((box) => box.value)
    .sort((a, b) => place(before, a) - place(before, b)),
  text: (input) => input.value,
  choice: (input) => input.value,
};

function place(list, value) { return list.includes(value) ? list.indexOf(value) : list.length; }

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
  return make("div", { class: "setting", "data-name": field.name, "data-kind": field.kind },
    make("label", { for: `setting-${field.name}` }, field.label), control(field),
    make("small", {}, field.own ? field.help : `${field.help} (taken over from ${field.from})`),
    field.own ? make("label", { class: "back" }, make("input", { type: "checkbox" }), ` take it over from ${field.from} again`) : null,
    make("span", { class: "bad", role: "alert" }));
}

// What the form shows and for which channel; it is saved for that one, whatever was chosen since.
let shown = { scope: "", fields: [] };
// An answer is shown only when nothing newer was asked meanwhile.
let asked = 0;

async function show() {
  const mine = ++asked;
  const scope = $("scope").value;
  $("save").disabled = true;
  const { fields } = await call("GET", `/api/settings?channel=${encodeURIComponent(scope)}`);
  if (mine !== asked) return;
  shown = { scope, fields };
  $("fields").replaceChildren(...fields.map(row));
  $("settings-errors").textContent = "";
  $("save").disabled = false;
  await showFeedback(scope);
}

async function showOther() {
  try { await show(); } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    $("settings-errors").textContent = problem.message;
    $("scope").value = shown.scope;
    $("save").disabled = false;
  }
}

// Only what differs is sent, so that everything else stays inherited.
function changes() {
  const changed = {};
  for (const field of shown.fields) {
    const value = READERS[field.kind]($(`setting-${field.name}`), field.value);
    if (JSON.stringify(value) !== JSON.stringify(field.value)) changed[field.name] = value;
    if (document.querySelector(`.setting[data-name="${field.name}"] .back input`)?.checked) changed[field.name] = null;
  }
  return changed;
}

async function save(event) {
  event.preventDefault();
  for (const place of $("fields").querySelectorAll(".bad")) place.textContent = "";
  $("save").disabled = true;
  try {
    await call("PUT", `/api/settings?channel=${encodeURIComponent(shown.scope)}`, changes());
    $("settings").close();
    document.dispatchEvent(new Event("settings-saved"));
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    $("settings-errors").textContent = problem.message;
    for (const [name, message] of Object.entries(problem.fields ?? {})) {
      const place = document.querySelector(`.setting[data-name="${CSS.escape(name)}"] .bad`);
      if (place) place.textContent = message;
    }
  } finally { $("save").disabled = false; }
}

export async function openSettings(channels, current) {
  $("scope").replaceChildren(make("option", { value: "" }, "all channels"),
    ...channels.map((channel) => make("option", { value: channel.name, selected: channel.name === current }, `#${channel.name}`)));
  await show();
  if (!$("settings").open) $("settings").showModal();
}

$("scope").addEventListener("change", showOther);
$("save").addEventListener("click", save);
$("cancel").addEventListener("click", () => $("settings").close());
