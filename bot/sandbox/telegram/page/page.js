// The shelf of phones: follows the sandbox's events, opens scanned links, adds and renames people.

import * as api from "./api.js";
import { button, make } from "./dom.js";
import { PhoneView } from "./phone.js";
import { TONGUES } from "./tongues.js";

const shelf = document.querySelector(".shelf");
const people = document.querySelector(".people");
const scan = document.querySelector(".scan");
const dialog = document.querySelector(".person-dialog");
const views = new Map();
let scanned = readLink();

function readLink() {
  const query = new URLSearchParams(location.search);
  if (!query.has("start") && !query.has("bot")) return null;
  return { payload: query.get("start") ?? "", bot: query.get("bot"), phone: query.get("phone") };
}

function show(phones) {
  for (const phone of phones) {
    if (!views.has(phone.name)) {
      const view = new PhoneView(phone, { onRename: edit, onChange: showTab });
      views.set(phone.name, view);
      shelf.append(view.element);
      people.append(tab(view));
    }
    views.get(phone.name).update(phone);
  }
  followLink(phones);
}

function tab(view) {
  const go = () => view.element.scrollIntoView({ behavior: "smooth", block: "nearest", inline: "center" });
  const element = button("person", view.phone.first_name, go);
  element.dataset.phone = view.phone.name;
  return element;
}

function showTab(view) {
  const element = people.querySelector(`[data-phone="${view.phone.name}"]`);
  if (!element) return;
  const count = view.unread().length;
  element.replaceChildren(view.phone.first_name, ...(count ? [make("span", "badge", String(count))] : []));
  view.lockButton.dataset.count = count || "";
  view.element.classList.toggle("has-news", count > 0);
}

function followLink(phones) {
  if (!scanned) return;
  const bot = phones[0]?.chats.find((chat) => chat.bot.toLowerCase() === scanned.bot?.toLowerCase()) ?? phones[0]?.chats[0];
  if (!bot) return;
  if (scanned.phone && views.has(scanned.phone)) return open(scanned.phone, bot.bot);
  const choices = phones.map((phone) => button("choice", phone.first_name, () => open(phone.name, bot.bot)));
  scan.replaceChildren(`Which phone opens the link to ${bot.title}? `, ...choices);
  scan.hidden = false;
}

function open(name, bot) {
  views.get(name).openLink(bot, scanned.payload);
  scanned = null;
  scan.hidden = true;
  history.replaceState(null, "", location.pathname);
}

// People

let editing = null;

function edit(phone) {
  editing = phone;
  const form = dialog.querySelector("form");
  dialog.querySelector("h2").textContent = phone ? "Name and language" : "Add person";
  form.elements.first_name.value = phone?.first_name ?? "";
  form.elements.language_code.value = phone?.language_code ?? TONGUES[0][0];
  dialog.querySelector(".fault").textContent = "";
  dialog.showModal();
}

async function save(event) {
  event.preventDefault();
  const form = event.target;
  const wish = { first_name: form.elements.first_name.value.trim(), language_code: form.elements.language_code.value };
  try {
    if (editing) await api.rename(editing.name, wish);
    else await api.addPhone({ name: freeName(wish.first_name), ...wish });
    dialog.close();
  } catch (fault) {
    dialog.querySelector(".fault").textContent = fault.message;
  }
}

function freeName(firstName) {
  const plain = firstName.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "").slice(0, 20) || "phone";
  let name = plain;
  for (let number = 2; views.has(name); number += 1) name = `${plain}-${number}`;
  return name;
}

function begin() {
  for (const [code, own, english] of TONGUES) {
    const option = make("option", "", english ? `${own} · ${english}` : own);
    option.value = code;
    dialog.querySelector("select").append(option);
  }
  dialog.querySelector("form").addEventListener("submit", save);
  dialog.querySelector("[value=cancel]").addEventListener("click", () => dialog.close());
  document.querySelector(".add").addEventListener("click", () => edit(null));
  const stream = api.events();
  const offline = document.querySelector(".offline");
  stream.addEventListener("message", (event) => show(JSON.parse(event.data)));
  stream.addEventListener("open", () => { offline.hidden = true; });
  stream.addEventListener("error", () => { offline.hidden = false; });
  setInterval(() => views.forEach((view) => view.tick()), 10_000);
}

begin();
