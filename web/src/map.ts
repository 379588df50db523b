// The map: wheel, fingers, buttons and the keys + - 0 move and enlarge it. Dots, names and heads of
// lines keep their size; rings and areas, which cover ground, grow with it.
import { select } from "d3-selection";
import { type D3ZoomEvent, zoom, zoomIdentity } from "d3-zoom";

const svg = select<SVGSVGElement, unknown>("svg.world");
const view = svg.select<SVGGElement>("g.view");
const LARGEST = 40;

const dots = view.selectAll<SVGCircleElement, unknown>("circle.dot");
const radii = new Map(dots.nodes().map((dot) => [dot, Number(dot.getAttribute("r"))]));
const names = view.selectAll<SVGTextElement, unknown>("text.name");
const size = Number.parseFloat(getComputedStyle(names.node() ?? document.body).fontSize);
const starts = new Map(names.nodes().map((name) => [name, Number(name.getAttribute("x"))]));
const heads = view.selectAll<SVGPathElement, unknown>("path.head");
const set = new Map(heads.nodes().map((head) => [head, head.getAttribute("transform")]));
const near = new Map(names.nodes().map((name) => [name, Number(name.dataset.at)]));

function move(event: D3ZoomEvent<SVGSVGElement, unknown>): void {
  const k = event.transform.k;
  view.attr("transform", event.transform.toString());
  dots.each(function () { this.style.setProperty("r", `${(radii.get(this) ?? 5) / k}px`); });
  heads.each(function () { this.setAttribute("transform", `${set.get(this)} scale(${1 / k})`); });
  names.each(function () {
    const at = near.get(this) ?? 0;
    this.style.fontSize = `${size / k}px`;
    this.style.strokeWidth = `${3 / k}px`;
    this.setAttribute("x", String(at + ((starts.get(this) ?? at) - at) / k));
  });
}

const node = svg.node();
if (node) {
  const box = node.viewBox.baseVal;
  const moving = zoom<SVGSVGElement, unknown>()
    .scaleExtent([1, LARGEST])
    .translateExtent([[0, 0], [box.width, box.height]])
    .extent([[0, 0], [box.width, box.height]])
    .filter((event: Event) => !(event instanceof WheelEvent) || event.ctrlKey || event.shiftKey)
    .on("zoom", move);
  svg.call(moving);
  const actions: [string, string, string, () => void][] = [
    ["+", "+", "Enlarge", () => svg.call(moving.scaleBy, 1.6)],
    ["−", "-", "Make smaller", () => svg.call(moving.scaleBy, 1 / 1.6)],
    ["whole", "0", "Show the whole map", () => svg.call(moving.transform, zoomIdentity)],
  ];
  const panel = document.createElement("p");
  panel.className = "panel";
  for (const [words, , label, act] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    panel.append(button);
  }
  const hint = document.createElement("span");
  hint.className = "soft";
  hint.textContent = "Drag to move; the wheel with Shift enlarges.";
  panel.append(hint);
  node.closest("figure")?.prepend(panel);
  addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    actions.find(([, key]) => key === event.key)?.[3]();
  });
}
