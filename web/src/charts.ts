// A chart of tolls: the words of a point while it is pointed at or has the focus, the arrow keys
// from point to point, and one claimant alone while its name is pointed at.

const figure = document.querySelector<HTMLElement>("figure.chart");
const points = [...document.querySelectorAll<SVGAElement>("svg.steps a")];
const tip = document.createElement("div");
tip.className = "tip";
tip.hidden = true;
tip.setAttribute("role", "status");
figure?.append(tip);

// The browser's own tip would lie over ours.
const words = new Map(points.map((point) => [point, point.querySelector("title")?.textContent ?? ""]));
for (const point of points) {
  point.setAttribute("aria-label", words.get(point) ?? "");
  point.querySelector("title")?.remove();
}

function show(point: SVGAElement): void {
  const [box, around] = [point.getBoundingClientRect(), figure?.getBoundingClientRect()];
  if (!around) return;
  tip.textContent = words.get(point) ?? "";
  tip.hidden = false;
  const left = Math.min(box.right - around.left + 8, around.width - tip.offsetWidth - 8);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${box.top - around.top - tip.offsetHeight / 2}px`;
}

const inOrder = [...points].sort(
  (a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left,
);
for (const point of points) {
  for (const kind of ["pointerenter", "focus"]) point.addEventListener(kind, () => show(point));
  for (const kind of ["pointerleave", "blur"]) {
    point.addEventListener(kind, () => { tip.hidden = true; });
  }
  point.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    inOrder[inOrder.indexOf(point) + by]?.focus();
  });
}
for (const name of document.querySelectorAll<HTMLElement>(".chart .legend li")) {
  const own = [...name.classList].find((part) => /^s\d$/.test(part));
  const dim = (on: boolean) => {
    for (const group of document.querySelectorAll("svg.steps > g")) {
      group.classList.toggle("dim", on && own !== undefined && !group.classList.contains(own));
    }
  };
  name.addEventListener("pointerenter", () => dim(true));
  name.addEventListener("pointerleave", () => dim(false));
}
