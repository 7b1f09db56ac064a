// Words selected in the report become what a field rests on. Offsets count code points of the report's own text.
"use strict";
(() => {
  const text = document.getElementById("text");
  const count = (words) => Array.from(words).length;
  let kept = null;

  // The place of a selection's end: the piece's own offset and the code points before it. Null outside the text.
  function offset(node, at) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
    if (!piece || !text.contains(piece)) return null;
    const before = document.createRange();
    before.selectNodeContents(piece);
    before.setEnd(node, at);
    return Number(piece.dataset.at) + count(String(before));
  }

  function selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return null;
    const inside = range.cloneContents();
    if (inside.querySelector("[data-hidden]")) return { refused: "A masked source is among the words: select without it." };
    inside.querySelectorAll("[data-skip]").forEach((one) => one.remove());
    const words = inside.textContent;
    let start = offset(range.startContainer, range.startOffset);
    if (start === null) start = offset(range.endContainer, range.endOffset) - count(words);
    const trimmed = words.trimStart();
    start += count(words) - count(trimmed);
    const kept = trimmed.trimEnd();
    return kept ? { start, end: start + count(kept), words: kept } : null;
  }

  function take(form, found) {
    form.elements.start.value = found.start;
    form.elements.end.value = found.end;
    form.elements.words.value = found.words.replace(/\s+/g, " ");
    const picked = form.querySelector(".picked");
    picked.textContent = "From the report: ";
    picked.appendChild(document.createElement("b")).textContent = found.words;
  }

  function tell(form, words) { form.querySelector(".picked").textContent = words; }

  function takeSelected() {
    const form = document.querySelector("details.correct[open] form[data-correct]");
    const found = selected() || kept;
    if (!form || !found) return;
    if (found.refused) tell(form, found.refused); else take(form, found);
  }

  document.addEventListener("selectionchange", () => { const found = selected(); if (found) kept = found; });
  text.addEventListener("mouseup", () => setTimeout(() => { if (selected()) takeSelected(); }));
  document.addEventListener("keydown", (event) => {
    if (event.key === "w" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) takeSelected();
  });

  document.querySelectorAll("[data-take]").forEach((button) => button.addEventListener("click", () => {
    const form = button.closest("form"), clause = button.dataset.take === "clause", found = selected() || kept;
    const shown = document.getElementById(clause ? "clause-words" : "anchor-words");
    if (!found || found.refused) { shown.textContent = found ? found.refused : "Select words in the report first."; return; }
    form.elements[clause ? "start" : "anchor_start"].value = found.start;
    form.elements[clause ? "end" : "anchor_end"].value = found.end;
    shown.textContent = found.words;
  }));

  // One form corrects any field: it shows the inputs that the field needs, and what the field is now.
  const lists = {};
  document.querySelectorAll("#add select").forEach((one) => { lists[one.name] = [...one.options].map((o) => o.value).filter(Boolean); });
  lists.scope = ["incident", "period", "cumulative"];
  function fit(form, fresh) {
    const field = form.elements.field.value, show = (name, on) => form.querySelectorAll("." + name).forEach((one) => { one.hidden = !on; one.querySelectorAll("input, select").forEach((input) => { input.disabled = !on; }); });
    show("days", field === "days");
    show("kind", field === "source");
    show("words", field !== "days");
    if (!fresh) form.elements.words.value = form.elements.field.selectedOptions[0].dataset.now;
    const values = form.querySelector("datalist");
    values.replaceChildren(...(lists[field] || []).map((value) => Object.assign(document.createElement("option"), { value })));
    form.elements.start.value = form.elements.end.value = "";
    tell(form, "Select words in the report to take them over.");
  }
  const begin = (root) => root.querySelectorAll("form[data-correct]").forEach((form) => {
    fit(form, false);
    form.elements.field.addEventListener("change", () => fit(form, false));
    form.addEventListener("submit", () => { if (!form.elements.start.value) form.elements.start.disabled = form.elements.end.disabled = true; });
  });
  begin(document);
  document.body.addEventListener("htmx:afterSwap", (event) => begin(document.getElementById("claims") || event.target));
  document.querySelectorAll("#add form").forEach((form) => form.addEventListener("submit", () => {
    for (const name of ["anchor_start", "anchor_end"]) if (!form.elements[name].value) form.elements[name].disabled = true;
  }));
})();
