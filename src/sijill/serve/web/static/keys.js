// Keys: j and k go from claim to claim or row to row, a letter presses what carries it as data-key.
"use strict";
(() => {
  const typing = (node) => /^(INPUT|SELECT|TEXTAREA)$/.test(node.tagName) || node.isContentEditable;
  const stops = () => [...document.querySelectorAll("li.claim, tr[data-row]")];
  const here = () => document.querySelector("li.claim.here, tr.here");

  function go(step) {
    const all = stops();
    if (!all.length) return;
    const at = all.indexOf(here());
    show(all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step))]);
  }

  function show(stop) {
    document.querySelectorAll(".here").forEach((one) => one.classList.remove("here"));
    stop.classList.add("here");
    (stop.querySelector("a") || stop).focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest" });
    const id = stop.dataset.claim;
    if (!id) return;
    const marks = document.querySelectorAll(`mark[data-of="${id}"]`);
    marks.forEach((mark) => mark.classList.add("here"));
    if (marks.length) marks[0].scrollIntoView({ block: "center" });
  }

  function press(key) {
    const scope = "sdum".includes(key) ? document : here();
    const what = scope && scope.querySelector(`[data-key="${key}"]`);
    if (!what) return false;
    if (what.tagName === "SUMMARY") {
      what.parentElement.open = true;
      const field = what.parentElement.querySelector("input:not([type=hidden]), select, textarea");
      if (field) field.focus();
    } else what.click();
    return true;
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") { document.activeElement.blur(); return; }
    if (typing(event.target)) return;
    if (event.key === "?") document.getElementById("keys").showModal();
    else if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (!press(event.key)) return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest("mark[data-of]");
    const claim = mark && document.getElementById("c-" + mark.dataset.of);
    const selecting = String(document.getSelection()).length > 0;
    if (claim && !selecting) show(claim);
    const link = event.target.closest('a[href^="#m-"], a[href^="#c-"]');
    const goal = link && document.getElementById("c-" + link.getAttribute("href").slice(3));
    if (goal) { event.preventDefault(); show(goal); }
  });
  document.getElementById("keys-open").addEventListener("click", () => document.getElementById("keys").showModal());
  document.body.addEventListener("htmx:afterSwap", () => { const id = last && document.getElementById(last); if (id) show(id); });
  document.body.addEventListener("htmx:beforeRequest", (event) => { const claim = event.target.closest("li.claim"); last = claim && claim.id; });
  let last = null;
  const wanted = location.hash.replace(/^#[cm]-/, "c-");
  const goal = wanted && document.getElementById(wanted);
  if (goal && goal.classList.contains("claim")) show(goal);
})();
