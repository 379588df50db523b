"use strict";
/* Light up everything that belongs to the finding under the pointer or the keyboard focus. */
let lit = [];
function light(event) {
  const under = event.target.closest("[data-f]");
  for (const one of lit) one.classList.remove("on");
  lit = [];
  if (!under) return;
  const finding = under.dataset.f.split(" ")[0];
  const report = under.closest("article");
  lit = [...report.querySelectorAll('[data-f~="' + finding + '"]')];
  for (const one of lit) one.classList.add("on");
}
document.addEventListener("mouseover", light);
document.addEventListener("focusin", light);
