// The bed board looks again each minute while somebody can see it, and says only what
// has changed; arrows lead from bed to bed.
"use strict";

(() => {
  const EVERY_MS = 60000;
  const board = () => document.getElementById("board");
  const words = () => document.getElementById("tally")?.textContent.replace(/\s+/g, " ").trim();
  let known = words();

  setInterval(() => {
    if (board() && document.visibilityState === "visible") htmx.trigger(board(), "look");
  }, EVERY_MS);

  // Where the session has ended, or the board is no longer one's own, the answer is
  // another page: it is opened, and takes the board away.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target !== board()) return;
    if (!event.detail.serverResponse.trimStart().startsWith('<div id="board"')) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });
  document.addEventListener("htmx:afterSettle", () => {
    const news = document.getElementById("board-news");
    if (news && words() !== known) news.textContent = known = words();
  });

  const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  function nearest(from, [right, down]) {
    const here = from.getBoundingClientRect();
    let best = null;
    let least = Infinity;
    for (const tile of document.querySelectorAll("#board .tile")) {
      const there = tile.getBoundingClientRect();
      const [x, y] = [there.left - here.left, there.top - here.top];
      const along = x * right + y * down;
      const aside = Math.abs(right ? y : x);
      if (along > 1 && along + aside * 4 < least) [best, least] = [tile, along + aside * 4];
    }
    return best;
  }

  document.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    if (!step || !event.target.matches?.("#board .tile")) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    nearest(event.target, step)?.focus();
  });
})();
