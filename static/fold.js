// Groups are open in the page; on a phone they start folded, except the one asked for.
// Runs while the page is read, before it is drawn: nothing jumps when it is there.
"use strict";

(() => {
  if (!window.matchMedia("(max-width: 640px)").matches) return;
  const asked = window.location.hash.slice(1);
  const folded = new WeakSet();

  function fold() {
    for (const group of document.querySelectorAll("details.fold")) {
      if (folded.has(group)) continue;
      folded.add(group);
      group.open = group.id !== "" && group.id === asked || group.matches(".keep-open");
    }
  }

  const watch = new MutationObserver(fold);
  watch.observe(document, { childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", () => {
    fold();
    watch.disconnect();
  });
})();
