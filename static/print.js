// A button that prints, where there is a script; without one the browser's own prints.
"use strict";

for (const place of document.querySelectorAll("[data-print]")) {
  place.hidden = false;
  place.addEventListener("click", () => window.print());
}
