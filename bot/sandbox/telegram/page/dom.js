// Small ways to build the page without markup in strings: nothing a bot sends can become HTML.

export function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function button(className, label, onClick, ...children) {
  const element = make("button", className, ...(children.length ? children : [label]));
  element.type = "button";
  if (children.length) element.setAttribute("aria-label", label);
  element.addEventListener("click", onClick);
  return element;
}

const SHAPES = {
  back: "M15 5l-7 7 7 7",
  dots: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  send: "M4 12 20 4l-4 16-5-6zM11 14l4-4",
  clip: "M20 11l-8.5 8.5a5 5 0 0 1-7-7L13 4a3.3 3.3 0 0 1 4.7 4.7L9.3 17a1.6 1.6 0 0 1-2.4-2.3L14.500 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  lock: "M7 11V8a5 5 0 0 1 10 0v3M6 11h12v9H6z",
  unlock: "M7 11V8a5 5 0 0 1 9.6-2M6 11h12v9H6z",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
};

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", "icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

const clock = new Intl.DateTimeFormat("nl-NL", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone: "Europe/Amsterdam" });

export const timeOf = (seconds) => clock.format(new Date(seconds * 1000));
export const dayOf = (seconds) => day.format(new Date(seconds * 1000));
export const now = () => Date.now() / 1000;

export function hue(text) {
  let sum = 0;
  for (const char of text) sum = (sum * 31 + char.codePointAt(0)) % 997;
  return `hue-${sum % 7}`;
}

export function avatar(title, className = "") {
  const face = make("span", `avatar ${hue(title)} ${className}`, [...title.trim()][0] || "?");
  face.setAttribute("aria-hidden", "true");
  return face;
}
