"use strict";

// Lights up the passage that the address names, wherever its words were cut.
function light() {
  document.querySelectorAll(".lit").forEach((each) => each.classList.remove("lit"));
  const name = decodeURIComponent(location.hash.slice(1));
  if (name) {
    for (const each of document.getElementsByClassName(name)) each.classList.add("lit");
  }
}

// Shows which words the panel speaks of, and keeps the focus on them.
function choose(event) {
  const chosen = event.detail.elt;
  if (!chosen.classList.contains("run")) return;
  document.querySelectorAll(".run[aria-current]").forEach((each) => each.removeAttribute("aria-current"));
  chosen.setAttribute("aria-current", "true");
  document.getElementById("origin").classList.add("filled");
  chosen.scrollIntoView({ block: "nearest" });
}

function close() {
  const panel = document.getElementById("origin");
  if (panel) panel.classList.remove("filled");
}

// Says in the panel that its words could not be fetched: the terminal that serves them was stopped, say.
function fail() {
  const panel = document.getElementById("origin");
  if (!panel) return;
  panel.replaceChildren(document.createElement("p"));
  panel.firstChild.textContent = "The page could not be fetched. Is Travaux still running?";
  panel.classList.add("filled");
}

window.addEventListener("hashchange", light);
document.addEventListener("DOMContentLoaded", () => {
  document.documentElement.classList.add("scripted");
  light();
  document.body.addEventListener("htmx:beforeRequest", choose);
  document.body.addEventListener("htmx:sendError", fail);
  document.body.addEventListener("htmx:responseError", fail);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest(".close")) {
      event.preventDefault();
      close();
    }
  });
});
