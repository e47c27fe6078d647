// The lock screen: what somebody who only glances at the phone would see.

import { avatar, button, dayOf, make, now, timeOf } from "./dom.js";

const SHOWN = 3;

export function lockScreen(phone, unread, onUnlock) {
  const screen = button("lock-screen", `Unlock the phone of ${phone.first_name}`, onUnlock, "");
  screen.append(
    make("span", "lock-time", timeOf(now())),
    make("span", "lock-day", dayOf(now())),
    make("span", "notices", ...unread.slice(-SHOWN).reverse().map(notice)),
    make("span", "lock-hint", unread.length ? `${unread.length} new · tap to unlock` : "Tap to unlock"),
  );
  return screen;
}

function notice({ title, message }) {
  const head = make("span", "notice-head", make("span", "", title), make("time", "", timeOf(message.date)));
  const preview = make("span", "notice-text", message.text.split("\n")[0] || message.kind);
  preview.dir = "auto";
  return make("span", "notice", avatar(title, "small"), make("span", "notice-body", head, preview));
}
