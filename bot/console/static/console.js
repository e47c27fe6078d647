// Makes pages live. Everything works without it: forms, links and "look again" do the same.
"use strict";

// A live part is fetched again every so many seconds and replaced, unless somebody is inside it with the keyboard.
const LIVE_SECONDS = 3;

async function refresh(address, part) {
  const answer = await fetch(address, { headers: { "X-Live": "1" }, redirect: "error" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(part.id);
  const old = document.getElementById(part.id);
  if (!fresh || !old || old.innerHTML === fresh.innerHTML || old.contains(document.activeElement)) return;
  old.replaceWith(document.adoptNode(fresh));
}

const live = document.querySelector("[data-live]");
if (live) {
  for (const link of document.querySelectorAll("[data-again]")) link.remove();
  setInterval(() => {
    if (!document.hidden) refresh(location.href.split("#")[0], live).catch(() => {});
  }, 1000 * Number(live.dataset.live || LIVE_SECONDS));
}

// Seconds until something leaves; afterwards the page is loaded once to show what became of it.
for (const counter of document.querySelectorAll("[data-seconds]")) {
  const until = Date.now() + Number(counter.dataset.seconds) * 1000;
  const timer = setInterval(() => {
    const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    counter.textContent = String(left);
    if (left === 0) {
      clearInterval(timer);
      setTimeout(() => location.replace(location.pathname), 1500);
    }
  }, 250);
}

// The ring around a QR code, and how far its invitation has come.
const qr = document.querySelector("[data-invitation]");
if (qr) {
  const ring = qr.querySelector(".left");
  const clock = qr.querySelector("[data-clock]");
  const state = qr.querySelector("[data-state]");
  const until = Date.now() + Number(qr.dataset.left) * 1000;
  let last = "";
  const draw = setInterval(() => {
    const left = Math.max(0, Math.round((until - Date.now()) / 1000));
    ring.setAttribute("stroke-dasharray", `${(100 * left) / Number(qr.dataset.whole)} 100`);
    clock.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    if (left === 0) clearInterval(draw);
  }, 1000);
  const ask = setInterval(async () => {
    if (document.hidden) return;
    const answer = await fetch(qr.dataset.invitation).catch(() => null);
    if (!answer || !answer.ok) return;
    const now = (await answer.json()).state;
    if (now !== last) {
      last = now;
      state.textContent = qr.dataset[now];
      state.className = `state state-${now}`;
    }
    if (now === "linked" || now === "ended") clearInterval(ask);
  }, 1500);
}

// Search as you type: the same form, sent by itself.
const search = document.querySelector("[data-search]");
if (search) {
  let timer = 0;
  search.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const address = `${location.pathname}?${new URLSearchParams(new FormData(search.form))}`;
      const part = document.getElementById("live");
      refresh(address, part).then(() => history.replaceState(null, "", address)).catch(() => {});
    }, 250);
  });
}

// A chosen template shows its fields at once.
for (const choice of document.querySelectorAll("[data-submit]")) {
  choice.addEventListener("change", () => choice.form.requestSubmit());
}

// A second click on "send" does nothing; the server would ignore it anyway.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "1";
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => window.print());
}
