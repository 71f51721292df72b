// Hide screen, and a session that ends and loses nothing. What was typed goes to the
// server with the post that hides the screen; no storage of the browser holds any of it.
"use strict";

(() => {
  const PRESSES = 3;
  const WITHIN_MS = 5000;
  const TICK_MS = 1000;
  const WARN_MS = 2 * 60 * 1000;
  const UNREAD = new Set(["hidden", "password", "file", "submit", "button", "reset"]);
  const CLOCK = new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Asia/Baku" });
  const hide = document.querySelector("form.hide");
  if (!hide) return;

  // What stands in the forms of the page that somebody changed, or that came back wrong.
  function forms() {
    return [...document.querySelectorAll("main form[method=post]")];
  }

  function controls(form) {
    return [...form.elements].filter((one) => one.name && !UNREAD.has(one.type));
  }

  function changed(one) {
    if ("defaultChecked" in one && /checkbox|radio/.test(one.type)) {
      return one.checked !== one.defaultChecked;
    }
    if (one.options) {
      return [...one.options].some((option) => option.selected !== option.defaultSelected);
    }
    return one.value !== one.defaultValue;
  }

  function pairs(one) {
    if (/checkbox|radio/.test(one.type)) return one.checked ? [[one.name, one.value]] : [];
    if (one.options) return [...one.selectedOptions].map((option) => [one.name, option.value]);
    return [[one.name, one.value]];
  }

  function typed() {
    const all = forms();
    const number = all.findIndex(
      (form) => controls(form).some(changed) || form.querySelector(".bad"),
    );
    if (number < 0) return "";
    return JSON.stringify({ form: number, pairs: controls(all[number]).flatMap(pairs) });
  }

  function cover() {
    const curtain = document.createElement("div");
    curtain.className = "curtain";
    document.body.append(curtain);
    document.title = "·";
  }

  const tabs = new BroadcastChannel("dayaq");
  let hidden = false;
  hide.addEventListener("submit", () => {
    hidden = true;
    cover();
    const field = Object.assign(document.createElement("input"), { type: "hidden" });
    [field.name, field.value] = ["typed", typed()];
    hide.append(field);
    tabs.postMessage("hide");
  });

  function lock() {
    if (!hidden) hide.requestSubmit();
  }

  // Shift alone three times; never with another key down, for Alt or Ctrl with Shift is
  // how keyboard layouts are changed.
  let alone = false;
  let presses = [];
  document.addEventListener("keydown", (event) => {
    const other = event.altKey || event.ctrlKey || event.metaKey;
    alone = event.key === "Shift" && !other;
    if (!alone) presses = [];
  });
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift" || !alone) return;
    alone = false;
    presses = presses.filter((at) => event.timeStamp - at < WITHIN_MS);
    presses.push(event.timeStamp);
    if (presses.length === PRESSES) lock();
  });

  // The end of the session: asked about two minutes before, in all tabs at once. Whoever
  // is typing is there, and is not asked.
  const dialog = document.getElementById("idle");
  const idle = Number(document.body.dataset.idle) * 1000;
  let ends = 0;
  let wrote = 0;

  function lengthened(until) {
    ends = Math.max(ends, until);
    if (dialog.open && ends - Date.now() > WARN_MS) dialog.close();
  }

  function opened() {
    lengthened(Date.now() + idle);
    tabs.postMessage(ends);
  }

  // While the answer is on its way nobody is asked again: the question would take the keys
  // from whoever types.
  let staying = false;
  async function stay() {
    const body = new FormData(hide);
    staying = true;
    try {
      const answer = await fetch(dialog.dataset.stay, { method: "POST", body, redirect: "manual" });
      if (answer.status === 204) opened();
      else lock();
    } finally {
      staying = false;
    }
  }

  function ask() {
    if (Date.now() - wrote < WARN_MS) {
      wrote = 0;
      stay().catch(() => {});
    } else {
      dialog.querySelector("strong").textContent = CLOCK.format(ends);
      dialog.showModal();
    }
  }

  tabs.addEventListener("message", ({ data }) => {
    if (data === "hide") lock();
    else lengthened(Number(data));
  });
  document.addEventListener("input", () => {
    wrote = Date.now();
  });
  dialog.addEventListener("cancel", () => stay().catch(() => {}));
  dialog.querySelector("[value=stay]").addEventListener("click", () => stay().catch(() => {}));
  setInterval(() => {
    const left = ends - Date.now();
    if (left <= 0) lock();
    else if (left <= WARN_MS && !dialog.open && !staying) ask();
  }, TICK_MS);
  opened();

  // What was typed here before the screen was hidden, put back where it stood.
  const offer = document.getElementById("kept");
  offer?.querySelector("button").addEventListener("click", async () => {
    const body = new FormData(hide);
    body.set("page", window.location.pathname);
    const answer = await fetch(offer.dataset.kept, { method: "POST", body });
    const kept = await answer.json();
    offer.remove();
    if (kept.pairs) put(forms()[kept.form] ?? like(kept.pairs), kept.pairs);
  });

  // The form that has what was posted, where its number is not known.
  function like(given) {
    const names = new Set(given.map(([name]) => name));
    return forms().find((form) => controls(form).some((one) => names.has(one.name)));
  }

  function put(form, given) {
    for (const one of form ? controls(form) : []) {
      const own = given.filter(([name]) => name === one.name).map(([, value]) => value);
      if (/checkbox|radio/.test(one.type)) one.checked = own.includes(one.value);
      else if (one.options) for (const option of one.options) option.selected = own.includes(option.value);
      else if (own.length) [one.value] = own;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.dispatchEvent(new Event("change", { bubbles: true }));
    }
  }
})();
