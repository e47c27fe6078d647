// The bottom of a chat: START, UNBLOCK, or menu, attachments and the text field.

import { button, icon, make } from "./dom.js";

const ATTACHMENTS = [
  ["photo", "🖼 Photo"], ["document", "📄 File"], ["voice", "🎤 Voice"], ["sticker", "👍 Sticker"],
  ["contact", "👤 Contact"], ["location", "📍 Location"],
];

export function bigButton(label, onClick) {
  return make("div", "composer", button("big", label, onClick));
}

export function composer(chat, { onText, onAttach }) {
  const sheet = make("div", "sheet");
  sheet.hidden = true;
  const field = make("textarea", "field");
  field.rows = 1;
  field.dir = "auto";
  field.placeholder = "Message";
  field.setAttribute("aria-label", "Message");
  const submit = () => {
    if (!field.value.trim()) return;
    onText(field.value);
    field.value = "";
    grow(field);
  };
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  field.addEventListener("input", () => grow(field));
  const line = make("div", "line");
  if (chat.menu_button === "commands" && chat.commands.length) {
    line.append(button("menu", "Menu", () => toggle(sheet, commands(chat, sheet, onText)), icon("menu"), "Menu"));
  }
  line.append(
    button("round", "Attach", () => toggle(sheet, attachments(sheet, onAttach)), icon("clip")),
    field,
    button("round send", "Send", submit, icon("send")),
  );
  return make("div", "composer", sheet, line);
}

function grow(field) {
  field.style.height = "auto";
  field.style.height = `${Math.min(field.scrollHeight, 110)}px`;
}

function toggle(sheet, content) {
  const same = !sheet.hidden && sheet.dataset.kind === content.dataset.kind;
  sheet.hidden = same;
  sheet.dataset.kind = content.dataset.kind;
  sheet.replaceChildren(content);
}

function commands(chat, sheet, onText) {
  const list = make("div", "commands", ...chat.commands.map((one) => {
    const does = make("span", "does", one.description);
    does.dir = "auto";
    return button("command-row", `/${one.command}`, () => {
      sheet.hidden = true;
      onText(`/${one.command}`);
    }, does, make("span", "slash", `/${one.command}`));
  }));
  list.dataset.kind = "commands";
  return list;
}

function attachments(sheet, onAttach) {
  const list = make("div", "attachments", ...ATTACHMENTS.map(([kind, label]) => button("attach", label, () => {
    sheet.hidden = true;
    onAttach(kind);
  })));
  list.dataset.kind = "attachments";
  return list;
}
