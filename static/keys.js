// Single keys, for whoever did not switch them off in the account: "/" searches, "r"
// goes to the first row, arrows go from row to row,
// the space bar opens the summary of a row, "n" and "p" lead on and back, "?"
// says all this. Nothing happens while somebody types.
"use strict";

(() => {
  const TYPED = "input, textarea, select, [contenteditable]";
  const help = document.getElementById("keys");

  const seen = (element) => element.getClientRects().length > 0;
  const first = (selector) => [...document.querySelectorAll(selector)].find(seen);
  const rows = () =>
    [...document.querySelectorAll("main tbody tr:not(.quick-row)")].map((row) => row.querySelector("a")).filter(Boolean);

  function focus(element) {
    element?.focus();
    return Boolean(element);
  }

  function follow(rel) {
    const link = first(`main a[rel="${rel}"]`);
    link?.click();
    return Boolean(link);
  }

  function step(from, by) {
    const links = rows();
    const row = from.closest("main tbody tr");
    const place = links.findIndex((link) => row?.contains(link));
    return place >= 0 && focus(links[place + by]);
  }

  function summary(from) {
    const link = from.closest("main tbody tr")?.querySelector("a[data-quick]");
    link?.click();
    return Boolean(link);
  }

  const KEYS = {
    "/": () => focus(first("[type=search]")),
    "?": () => help.showModal() === undefined,
    KeyR: () => focus(rows()[0]),
    Space: summary,
    KeyN: () => follow("next"),
    KeyP: () => follow("prev"),
    ArrowDown: (from) => step(from, 1),
    ArrowUp: (from) => step(from, -1),
  };

  document.addEventListener("keydown", (event) => {
    const other = event.altKey || event.ctrlKey || event.metaKey;
    if (other || help.open || event.target.closest(TYPED)) return;
    const act = KEYS[event.key] ?? (event.shiftKey ? undefined : KEYS[event.code]);
    if (act?.(event.target)) event.preventDefault();
  });
})();
