// Text and record of a report: what is pointed at on one side is lit on the other.
// j and k lead to the next and the last finding in the text.

const text = document.querySelector<HTMLElement>(".words[dir]");
const record = document.querySelector<HTMLElement>(".record");

function findingsOf(target: EventTarget | null): string[] {
  const marked = target instanceof Element ? target.closest<HTMLElement>("[data-f]") : null;
  return marked?.dataset.f?.split(" ") ?? [];
}

function light(ids: string[]): void {
  const wanted = new Set(ids);
  for (const marked of document.querySelectorAll<HTMLElement>("[data-f]")) {
    const own = marked.dataset.f?.split(" ") ?? [];
    // In the text, pointing at a word lights the narrowest finding; an entry lights all its words.
    marked.classList.toggle("on", own.some((id) => wanted.has(id)));
  }
}

function show(id: string): void {
  light([id]);
  document.getElementById(`f-${id}`)?.scrollIntoView({ block: "nearest" });
}

function step(by: number): void {
  const links = [...(text?.querySelectorAll<HTMLAnchorElement>("a[data-f]") ?? [])];
  const at = links.findIndex((link) => link === document.activeElement);
  const next = links[Math.min(Math.max(at + by, 0), links.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: "center" });
}

for (const side of [text, record]) {
  for (const kind of ["pointerover", "focusin"]) {
    side?.addEventListener(kind, (event) => {
      const ids = findingsOf(event.target);
      light(side === text ? ids.slice(0, 1) : ids);
    });
  }
  side?.addEventListener("pointerleave", () => light([]));
}
text?.addEventListener("focusin", (event) => {
  const link = event.target instanceof Element ? event.target.getAttribute("href") : null;
  if (link?.startsWith("#f-")) show(link.slice(3));
});
addEventListener("keydown", (event) => {
  const typing = event.target instanceof Element && event.target.matches("input, select, textarea");
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
});
// A link to words brings their entry into view too, where text and record stand side by side.
function follow(): void {
  if (!location.hash.startsWith("#w-")) return;
  const id = location.hash.slice(3);
  const beside = text?.closest(".text");
  light([id]);
  if (!beside || getComputedStyle(beside).position !== "sticky") return;
  document.getElementById(`f-${id}`)?.scrollIntoView({ block: "center", behavior: "instant" });
  // The text scrolls by itself: scrollIntoView would move the page back.
  const [words, view] = [document.getElementById(`w-${id}`), beside.getBoundingClientRect()];
  if (words) beside.scrollTop += words.getBoundingClientRect().top - view.top - view.height / 3;
}
addEventListener("load", () => setTimeout(follow));
addEventListener("hashchange", follow);
