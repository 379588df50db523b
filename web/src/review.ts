// Review from the keyboard: a accepts, x rejects, space skips, u takes back, e goes to the first
// field, c opens the report; Escape leaves a field. Nothing is sent that the form would not send.

const form = document.querySelector<HTMLFormElement>("#decision");
const KEYS: Record<string, string> = { a: "accept", x: "reject", " ": "skip", u: "undo" };

function press(action: string): void {
  form?.querySelector<HTMLButtonElement>(`button[value="${action}"]:not(.hide)`)?.click();
}

addEventListener("keydown", (event) => {
  const target = event.target instanceof HTMLElement ? event.target : null;
  if (event.key === "Escape") target?.blur();
  const busy = target?.matches("input, select, textarea, button, a, summary") ?? false;
  if (busy || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const action = KEYS[event.key];
  if (action) press(action);
  else if (event.key === "e") form?.querySelector<HTMLElement>("fieldset input, fieldset select")?.focus();
  else if (event.key === "c") document.querySelector("#whole")?.toggleAttribute("open");
  else return;
  event.preventDefault();
});
