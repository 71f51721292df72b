// Saves what is typed, after two quiet seconds, by one request at a time. A field is
// never written to: what comes back is one line that says whether all is saved.
"use strict";

(() => {
  const QUIET_MS = 2000;
  const RETRY_MS = [5000, 10000, 20000, 40000];
  const LONGEST_WAIT_MS = 3000;

  const form = document.querySelector("form[data-draft]");
  const line = document.querySelector("[data-draft-line]");
  if (!form || !line) return;
  const words = line.querySelector("[data-draft-words]");
  const retry = document.querySelector("[data-draft-retry]");
  const signIn = retry.querySelector("[data-draft-sign-in]");

  let typed = 0; // how often something was typed, and up to where it is saved
  let saved = 0;
  let failures = 0;
  let timer = 0;
  let running = null;

  function say(text, state) {
    words.textContent = text;
    words.className = `st st-${state}`;
    retry.hidden = state !== "warn";
  }

  function post(address, more) {
    return fetch(address, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
      redirect: "manual", // to the sign-in: the session is over
      ...more,
    });
  }

  // Signing in changes the token of forms; the page is asked for the new one.
  async function freshToken() {
    const page = await fetch(window.location.href, { redirect: "manual" });
    if (!page.ok) return false;
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const token = read.querySelector("[name=csrfmiddlewaretoken]");
    if (token) form.elements.csrfmiddlewaretoken.value = token.value;
    return Boolean(token);
  }

  async function attempt() {
    let answer = await post(form.dataset.draft);
    if (answer.status === 403 && (await freshToken())) answer = await post(form.dataset.draft);
    return answer;
  }

  async function save() {
    clearTimeout(timer);
    const upTo = typed;
    say(line.dataset.saving, "draft");
    try {
      const answer = await attempt();
      if (answer.ok) return done(upTo, await answer.text());
      if (answer.status === 410) return closed(await answer.text());
      failed(answer.type === "opaqueredirect" || answer.status === 403);
    } catch {
      failed(false);
    }
  }

  function start() {
    if (!running) {
      running = save().finally(() => {
        running = null;
      });
    }
    return running;
  }

  function done(upTo, text) {
    failures = 0;
    saved = upTo;
    say(text, "ok");
    if (typed > saved) timer = setTimeout(start, QUIET_MS);
  }

  function closed(text) {
    saved = typed;
    say(text, "warn");
  }

  function failed(signedOut) {
    say(signedOut ? line.dataset.signedOut : line.dataset.lost, "warn");
    signIn.hidden = !signedOut;
    timer = setTimeout(start, RETRY_MS[Math.min(failures, RETRY_MS.length - 1)]);
    failures += 1;
  }

  function noted() {
    typed += 1;
    if (failures) return;
    clearTimeout(timer);
    timer = setTimeout(start, QUIET_MS);
  }

  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({ target }) => {
      if (target.form === form && target.name) noted();
    });
  }

  // On a slow line somebody types before this script has come: that is saved too.
  function changed(one) {
    if (one.options) return [...one.options].some((option) => option.selected !== option.defaultSelected);
    if (/checkbox|radio/.test(one.type)) return one.checked !== one.defaultChecked;
    return "defaultValue" in one && one.value !== one.defaultValue;
  }

  if ([...form.elements].some((one) => one.name && changed(one))) noted();

  // The server draws the parts anew; what was answered in them while they were on their
  // way stays as it was answered.
  const parts = document.getElementById("parts");
  const questions = () => [...parts.querySelectorAll("input:not([type=hidden]), select, textarea")];
  let asked = new Set();
  let answered = null;
  parts?.addEventListener("htmx:beforeSwap", () => {
    asked = new Set(questions().map((one) => one.name));
    answered = new FormData(form);
  });
  parts?.addEventListener("htmx:afterSwap", () => {
    for (const one of questions().filter(({ name }) => asked.has(name))) {
      const values = answered.getAll(one.name);
      if (/checkbox|radio/.test(one.type)) one.checked = values.includes(one.value);
      else if (values.length && one.value !== values[0]) {
        [one.value] = values;
        one.dispatchEvent(new Event("input", { bubbles: true }));
      }
    }
  });

  retry.querySelector("button").addEventListener("click", start);
  window.addEventListener("online", () => failures && start());
  document.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    if (event.key === "s") {
      event.preventDefault();
      start();
    }
    if (event.key === "Enter") form.requestSubmit();
  });

  // The button posts after a save that is on its way, so that this one comes last. What
  // the sign-in page would swallow is saved first.
  let leaving = false;
  form.addEventListener(
    "submit",
    async (event) => {
      if (leaving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      const wait = new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS));
      await Promise.race([(async () => { await running; await start(); })(), wait]);
      if (failures) return;
      leaving = true;
      form.requestSubmit(event.submitter);
    },
    true,
  );

  // Another language draws the page anew: what is typed is saved before.
  document.addEventListener("submit", async (event) => {
    if (!event.target.matches(".languages") || typed === saved) return;
    event.preventDefault();
    const { target, submitter } = event;
    await running;
    if (typed > saved) await start();
    if (failures) return;
    leaving = true;
    target.requestSubmit(submitter);
  }, true);

  // Hide screen, or the window is closed: the last words go with it.
  // The page itself takes what comes after the sign-out, and keeps it for its owner.
  const flush = () => {
    if (typed > saved && !leaving) post(form.action, { keepalive: true });
  };
  document.addEventListener("submit", (event) => event.target.matches(".hide") && flush(), true);
  window.addEventListener("pagehide", flush);
  window.addEventListener("beforeunload", (event) => {
    if (failures && !leaving) event.preventDefault();
  });
})();
