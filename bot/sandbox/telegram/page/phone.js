// One phone: status bar, chat list or chat, lock screen.

import * as api from "./api.js";
import { bubble, spin } from "./bubble.js";
import { bigButton, composer } from "./composer.js";
import { avatar, button, dayOf, icon, make, now, timeOf } from "./dom.js";
import { lockScreen } from "./lock.js";
import { tongueOf } from "./tongues.js";

export class PhoneView {
  constructor(phone, { onRename, onChange }) {
    this.phone = phone;
    this.onRename = onRename;
    this.onChange = onChange;
    this.chats = new Map();
    this.items = new Map();
    this.seen = new Map();
    this.payload = null;
    this.bot = null;
    this.locked = false;
    this.toasted = "";
    this.build();
  }

  build() {
    this.name = make("h2", "owner");
    this.lockButton = button("lock-toggle", "Lock", () => this.setLocked(!this.locked), icon("lock"), make("span", "lock-word", "Lock"));
    this.time = make("span", "status-time");
    this.head = make("div", "head");
    this.body = make("div", "log");
    this.body.setAttribute("role", "log");
    this.body.tabIndex = 0;
    this.foot = make("div", "foot-area");
    this.toast = make("p", "toast");
    this.toast.setAttribute("role", "status");
    this.cover = make("div", "cover");
    this.screen = make("div", "screen", make("div", "status", this.time, make("span", "signal")), this.head, this.body, this.foot, this.toast, this.cover);
    this.element = make("section", "phone", make("div", "caption", this.name, this.lockButton), make("div", "case", this.screen));
    this.element.id = `phone-${this.phone.name}`;
    this.tick();
  }

  tick() {
    this.time.textContent = timeOf(now());
    if (this.locked) this.showLock();
  }

  // What the sandbox says

  update(phone) {
    const before = this.phone;
    this.phone = phone;
    const tongue = make("bdi", "tongue", tongueOf(phone.language_code));
    if (phone.language_code) tongue.lang = phone.language_code;
    this.name.replaceChildren(make("bdi", "", phone.first_name), tongue);
    this.body.setAttribute("aria-label", `Chat of ${phone.first_name}`);
    this.element.setAttribute("aria-label", `Phone of ${phone.first_name}`);
    if (!this.bot) this.bot = phone.chats.length === 1 ? phone.chats[0].bot : phone.current;
    for (const chat of phone.chats) {
      const known = this.chats.get(chat.bot);
      if (!known || known.revision !== chat.revision) this.load(chat.bot);
    }
    if (JSON.stringify(before) !== JSON.stringify(phone) || !this.head.childElementCount) this.show();
  }

  async load(bot) {
    const first = !this.chats.has(bot);
    const chat = await api.messages(this.phone.name, bot);
    const known = this.chats.get(bot);
    if (known && known.revision > chat.revision) return;
    this.chats.set(bot, chat);
    if (first) this.seen.set(bot, newest(chat));
    this.later(chat);
    this.show();
  }

  later(chat) {
    const waits = [chat.typing_ms, ...chat.spinning.map((tap) => tap.for_ms)].filter((ms) => ms > 0);
    if (waits.length) setTimeout(() => this.load(chat.bot), Math.min(...waits) + 50);
  }

  // What the person does

  async does(what, body = {}) {
    try {
      return await api.act(this.phone.name, what, { bot: this.bot, ...body });
    } catch (fault) {
      this.say(fault.message);
      return null;
    }
  }

  async tap(message, one, element) {
    if (one.url) return window.open(one.url, "_blank", "noopener");
    if (one.copy_text) return navigator.clipboard?.writeText(one.copy_text.text);
    spin(element, true);
    return this.does("tap", { button: one.callback_data, message_id: message.id, forged: true });
  }

  openLink(bot, payload) {
    this.bot = bot;
    this.payload = payload;
    this.setLocked(false);
    this.element.scrollIntoView({ block: "nearest", inline: "center" });
    this.foot.querySelector("button")?.focus({ preventScroll: true });
  }

  setLocked(locked) {
    this.locked = locked;
    const word = locked ? "Unlock" : "Lock";
    this.lockButton.replaceChildren(icon(locked ? "unlock" : "lock"), make("span", "lock-word", word));
    this.lockButton.setAttribute("aria-label", `${word} the phone of ${this.phone.first_name}`);
    this.show();
  }

  // What the screen shows

  show() {
    const summary = this.phone.chats.find((chat) => chat.bot === this.bot);
    const chat = this.chats.get(this.bot);
    if (!this.locked && chat) this.seen.set(this.bot, newest(chat));
    this.screen.classList.toggle("listing", !summary);
    if (!summary) this.showList();
    else this.showChat(summary, chat);
    this.cover.hidden = !this.locked;
    for (const part of [this.head, this.body, this.foot]) part.inert = this.locked;
    if (this.locked) this.showLock();
    else this.cover.replaceChildren();
    this.onChange(this);
  }

  unread(bot = null) {
    return this.phone.chats
      .filter((one) => !bot || one.bot === bot)
      .flatMap((one) => {
        const messages = this.chats.get(one.bot)?.messages ?? [];
        const fresh = messages.filter((message) => message.from_bot && message.id > (this.seen.get(one.bot) ?? 0));
        return fresh.map((message) => ({ title: one.title, bot: one.bot, message }));
      })
      .sort((a, b) => a.message.date - b.message.date);
  }

  showLock() {
    const loud = this.unread().filter(({ message }) => !message.silent);
    this.cover.replaceChildren(lockScreen(this.phone, loud, () => this.setLocked(false)));
  }

  showList() {
    this.head.replaceChildren(make("div", "head-text", make("strong", "", "Chats")));
    this.items.clear();
    this.foot.replaceChildren();
    this.body.replaceChildren(...this.phone.chats.map((one) => {
      const last = this.chats.get(one.bot)?.messages.at(-1);
      const preview = make("span", "preview", last ? last.text.split("\n")[0] || last.kind : one.description || `@${one.bot}`);
      preview.dir = "auto";
      const count = this.unread(one.bot).length;
      const words = make("span", "words", make("strong", "", one.title), preview);
      return button("chat-row", `Open ${one.title}`, () => {
        this.bot = one.bot;
        this.show();
      }, avatar(one.title + one.bot), words, count ? make("span", "badge", String(count)) : null);
    }));
  }

  showChat(summary, chat) {
    this.showHead(summary, chat);
    this.showMessages(summary, chat);
    this.showFoot(summary, chat);
    const toast = chat?.toast;
    if (toast && toast.id !== this.toasted) {
      this.toasted = toast.id;
      this.say(toast.text);
    }
  }

  showHead(summary, chat) {
    const elsewhere = this.unread().filter((one) => one.bot !== this.bot).length;
    const back = button("round", "All chats", () => {
      this.bot = null;
      this.show();
    }, icon("back"), elsewhere ? make("span", "badge", String(elsewhere)) : null);
    const under = chat?.typing_ms ? make("span", "typing", "is typing …") : make("span", "", "bot");
    const title = make("strong", "", summary.title);
    title.dir = "auto";
    this.head.replaceChildren(
      ...(this.phone.chats.length > 1 ? [back] : []),
      avatar(summary.title + summary.bot),
      make("div", "head-text", title, under),
      this.options(summary),
    );
  }

  options(summary) {
    const menu = make("details", "options");
    const opener = make("summary", "round", icon("dots"));
    opener.setAttribute("aria-label", "More");
    const pick = (label, what) => button("option", label, () => {
      menu.open = false;
      what();
    });
    menu.append(opener, make(
      "div", "option-list",
      pick(summary.blocked ? "Unblock the bot" : "Block the bot", () => this.does(summary.blocked ? "unblock" : "block")),
      pick("Clear chat on this phone", () => this.does("clear")),
      pick("Add the bot to a group", async () => (await this.does("group")) && this.say("The bot was added to a family group.")),
      pick("Name and language", () => this.onRename(this.phone)),
    ));
    menu.addEventListener("focusout", (event) => {
      if (!menu.contains(event.relatedTarget)) menu.open = false;
    });
    return menu;
  }

  showMessages(summary, chat) {
    const messages = chat?.messages ?? [];
    const nearEnd = this.body.scrollHeight - this.body.scrollTop - this.body.clientHeight < 120;
    if (this.shownBot !== this.bot) this.items.clear();
    const fresh = this.shownBot === this.bot && this.items.size > 0;
    this.shownBot = this.bot;
    const spinning = chat?.spinning ?? [];
    const kept = new Map();
    for (const message of messages) {
      const taps = spinning.filter((tap) => tap.message_id === message.id).map((tap) => tap.data).join("\n");
      const state = `${message.revision}|${taps}`;
      const old = this.items.get(message.id);
      const element = old?.state === state ? old.element : bubble(message, spinning, this.tap.bind(this));
      if (fresh && !old) element.classList.add("arrives");
      kept.set(message.id, { state, element });
    }
    const added = [...kept.keys()].some((id) => !this.items.has(id));
    this.items = kept;
    const shown = withDays(messages, kept);
    this.body.replaceChildren(...(shown.length ? shown : [this.introduction(summary)]));
    if (added || nearEnd) this.body.scrollTop = this.body.scrollHeight;
  }

  introduction(summary) {
    const words = make("p", "", summary.description || "No messages here yet.");
    words.dir = "auto";
    return make("div", "introduction", avatar(summary.title + summary.bot, "large"), make("strong", "", summary.title), words);
  }

  showFoot(summary) {
    const kind = summary.blocked ? "blocked" : this.payload !== null || !summary.started ? "start" : "open";
    const state = JSON.stringify([kind, this.bot, this.payload, kind === "open" ? summary.commands : 0]);
    if (this.footState === state && this.foot.childElementCount) return;
    this.footState = state;
    if (kind === "blocked") this.foot.replaceChildren(bigButton("UNBLOCK AND RESTART", () => this.start()));
    else if (kind === "start") this.foot.replaceChildren(bigButton("START", () => this.start()));
    else this.foot.replaceChildren(composer(summary, {
      onText: (text) => this.does("text", { text }),
      onAttach: (what) => this.does(what),
    }));
  }

  async start() {
    const payload = this.payload ?? "";
    this.payload = null;
    await this.does("start", { payload });
    this.show();
  }

  say(words) {
    this.toast.textContent = words;
    this.toast.classList.add("shown");
    clearTimeout(this.hush);
    this.hush = setTimeout(() => this.toast.classList.remove("shown"), 4000);
  }
}

function withDays(messages, kept) {
  let last = "";
  return messages.flatMap((message) => {
    const day = dayOf(message.date);
    const chip = day === last ? [] : [make("div", "day", day)];
    last = day;
    return [...chip, kept.get(message.id).element];
  });
}

function newest(chat) {
  return chat.messages.at(-1)?.id ?? 0;
}
