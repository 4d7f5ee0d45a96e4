"use strict";

// From change to change of a page that shows some: n goes to the next, p to the one before, as do the buttons.
(() => {
  let changes = [];
  let current = -1;

  // What is deleted and what is inserted in its place is one change.
  function collect() {
    const marks = document.querySelectorAll("[data-changes] ins, [data-changes] del, [data-changes] .left .became");
    const found = [];
    for (const mark of marks) {
      const last = found.length ? found[found.length - 1] : null;
      if (last && mark.previousSibling === last[last.length - 1]) last.push(mark);
      else found.push([mark]);
    }
    return found;
  }

  function tell() {
    const within = current < 0 ? null : changes[current][0].closest(".compared, section, tr");
    const section = within ? within.querySelector("h2, th") : null;
    const place = section ? `: ${section.textContent}` : "";
    const count = document.getElementById("change-count");
    const all = changes.length === 1 ? "1 change" : `${changes.length} changes`;
    count.textContent = current < 0 ? all : `${current + 1} of ${changes.length}${place}`;
  }

  function go(step) {
    if (!changes.length) return;
    document.querySelectorAll(".at-change").forEach((each) => each.classList.remove("at-change"));
    current = current < 0 ? (step > 0 ? 0 : changes.length - 1) : (current + step + changes.length) % changes.length;
    for (const mark of changes[current]) mark.classList.add("at-change");
    const first = changes[current][0];
    for (let each = first.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    (first.querySelector("a.run") || first).focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
    tell();
  }

  function isTyping(target) {
    return target.closest("input, select, textarea, [contenteditable]");
  }

  document.addEventListener("DOMContentLoaded", () => {
    const bar = document.getElementById("changes");
    changes = collect();
    if (!bar || !changes.length) return;
    bar.hidden = false;
    tell();
    bar.addEventListener("click", (event) => {
      const button = event.target.closest("button[data-step]");
      if (button) go(Number(button.dataset.step));
    });
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      if (event.key === "n") go(1);
      else if (event.key === "p") go(-1);
    });
  });
})();
