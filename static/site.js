// What the browser adds to pages that work without it: one post for one click, a day
// said back while it is typed.
"use strict";

(() => {
  // A second click on the same button posts nothing; a download leaves the page as it
  // was, so after a while the button works again.
  const AGAIN_MS = 8000;
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    if (sent.has(event.target)) {
      event.preventDefault();
    } else if (event.target.method === "post" && !event.defaultPrevented) {
      sent.add(event.target);
      setTimeout(() => sent.delete(event.target), AGAIN_MS);
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  // A day is said back in words under its field. The server reads it again.
  const { months = "", weekdays = "" } = document.body.dataset;
  const SHAPES = [
    /^(?<day>\d{1,2})[./\s-]+(?<month>\d{1,2})[./\s-]+(?<year>[12]\d{3})\.?$/,
    /^(?<day>\d{2})(?<month>\d{2})(?<year>[12]\d{3})$/,
    /^(?<year>[12]\d{3})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
  ];

  function spoken(text) {
    const match = SHAPES.map((shape) => shape.exec(text.trim())).find(Boolean);
    if (!match) return "";
    const { day, month, year } = match.groups;
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() !== month - 1) return "";
    const weekday = weekdays.split("|")[(date.getUTCDay() + 6) % 7];
    return `${Number(day)} ${months.split("|")[month - 1]} ${year}, ${weekday}`;
  }

  document.addEventListener("input", (event) => {
    const echo = document.getElementById(`${event.target.id}_echo`);
    if (echo && "day" in event.target.dataset) echo.textContent = spoken(event.target.value);
  });

  // Scrolled past the top bar, a record's bar makes room for the button that hides.
  const top = document.querySelector(".has-idbar .top");
  if (top) {
    new IntersectionObserver(([seen]) => {
      document.body.classList.toggle("folded", !seen.isIntersecting);
    }).observe(top);
  }
})();
