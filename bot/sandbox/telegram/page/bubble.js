// One message as a chat shows it: text with its entities, file, time, buttons.

import { fileAddress } from "./api.js";
import { button, icon, make, timeOf } from "./dom.js";

const LINK = /https?:\/\/[^\s]+[^\s.,;:!?)]|(?:\+|0)\d[\d ]{7,}\d/g;
const WRAPPED = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "code",
  blockquote: "q", expandable_blockquote: "q", spoiler: "mark",
};
const ATTACHED = {
  photo: ["🖼", "Photo"], sticker: ["👍", "Sticker"], document: ["📄", "File"], voice: ["🎤", "Voice message"],
  contact: ["👤", "Contact"], location: ["📍", "Location"],
};

export function bubble(message, spinning, onTap) {
  const side = message.from_bot ? "theirs" : "mine";
  const item = make("div", `message ${side}${message.protected ? " protected" : ""}`);
  const box = make("div", "bubble", ...attached(message));
  if (message.text) box.append(text(message));
  box.append(foot(message));
  item.append(box);
  if (message.rows.length) item.append(keyboard(message, spinning, onTap));
  return item;
}

function text(message) {
  const paragraph = make("p", "text");
  paragraph.dir = "auto";
  const cuts = new Set([0, message.text.length]);
  for (const one of message.entities) cuts.add(one.offset).add(one.offset + one.length);
  const places = [...cuts].sort((a, b) => a - b);
  for (let i = 0; i + 1 < places.length; i += 1) {
    const inside = message.entities.filter((one) => one.offset <= places[i] && one.offset + one.length >= places[i + 1]);
    paragraph.append(piece(message.text.slice(places[i], places[i + 1]), inside));
  }
  return paragraph;
}

function piece(content, entities) {
  let node = entities.some((one) => one.type === "text_link") ? content : linked(content);
  for (const entity of entities) {
    if (WRAPPED[entity.type]) node = make(WRAPPED[entity.type], "", node);
    else if (entity.type === "text_link") node = link(entity.url, node);
    else if (entity.type === "bot_command") node = make("span", "command", node);
  }
  return node;
}

function linked(content) {
  const fragment = document.createDocumentFragment();
  let from = 0;
  for (const found of content.matchAll(LINK)) {
    fragment.append(content.slice(from, found.index));
    const address = found[0].startsWith("http") ? found[0] : `tel:${found[0].replaceAll(" ", "")}`;
    fragment.append(link(address, found[0]));
    from = found.index + found[0].length;
  }
  fragment.append(content.slice(from));
  return fragment;
}

function link(address, content) {
  const anchor = make("a", "", content);
  if (/^(https?|tel|mailto):/i.test(address)) anchor.href = address;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function attached(message) {
  if (message.kind === "text") return [];
  if (message.file && message.kind === "photo") {
    const picture = make("img", "picture");
    picture.src = fileAddress(message.file.id);
    picture.alt = message.text || "Picture";
    return [picture];
  }
  if (message.file && message.kind === "voice") {
    const sound = make("audio", "sound");
    sound.controls = true;
    sound.src = fileAddress(message.file.id);
    return [sound];
  }
  if (message.file) return [download(message)];
  const [sign, label] = ATTACHED[message.kind] || ["📎", message.kind];
  const face = make("span", "sign", sign);
  return [make("div", `attached ${message.kind}`, face, make("span", "", label))];
}

function download(message) {
  const size = `${Math.max(1, Math.round(message.file.size / 1024))} kB`;
  const names = make("span", "names", make("b", "", message.file.name), make("span", "size", size));
  const anchor = make("a", "attached document", make("span", "sign", icon("file")), names);
  anchor.href = fileAddress(message.file.id);
  anchor.download = message.file.name;
  return anchor;
}

function foot(message) {
  const line = make("span", "foot");
  if (message.protected) {
    const sign = make("span", "sealed", "🔒");
    sign.title = "Protected: can't be copied, forwarded or saved";
    sign.setAttribute("role", "img");
    sign.setAttribute("aria-label", "protected");
    line.append(sign);
  }
  if (message.edited) line.append(make("span", "", "edited"));
  const time = make("time", "", timeOf(message.date));
  time.dateTime = new Date(message.date * 1000).toISOString();
  line.append(time);
  if (!message.from_bot) line.append(make("span", "ticks", "✓✓"));
  return line;
}

function keyboard(message, spinning, onTap) {
  const rows = message.rows.map((row) => make("div", "keys", ...row.map((one) => key(message, one, spinning, onTap))));
  return make("div", "keyboard", ...rows);
}

function key(message, one, spinning, onTap) {
  const element = button("key", one.text, () => onTap(message, one, element));
  element.dir = "auto";
  if (one.url) element.classList.add("leads-out");
  if (one.callback_data !== undefined) element.dataset.data = one.callback_data;
  if (spinning.some((tap) => tap.message_id === message.id && tap.data === one.callback_data)) spin(element, true);
  return element;
}

export function spin(element, on) {
  element.classList.toggle("spinning", on);
  element.setAttribute("aria-busy", String(on));
}
