// A summary of a row under it, opened and closed by its link; Escape closes it. Without this the link opens the summary on a page of its own.
"use strict";

(() => {
  const LINK = "a[data-quick]";
  const TYPED = "input, textarea, select, button, dialog, [contenteditable]";
  let open = null; // the link of the row whose summary is open

  function close() {
    const under = open?.closest("tr").nextElementSibling;
    if (under?.matches(".quick-row")) under.remove();
    open?.setAttribute("aria-expanded", "false");
    open = null;
  }

  function place(link) {
    const row = link.closest("tr");
    const under = row.parentElement.insertRow(row.sectionRowIndex + 1);
    under.className = "quick-row";
    const cell = under.insertCell();
    cell.colSpan = row.cells.length;
    cell.setAttribute("aria-live", "polite");
    return cell;
  }

  async function show(link) {
    const again = link === open;
    close();
    if (again) return;
    open = link;
    link.setAttribute("aria-expanded", "true");
    const cell = place(link);
    try {
      const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
      if (!answer.ok || answer.redirected) throw new Error(answer.status);
      cell.innerHTML = await answer.text();
    } catch {
      if (link === open) window.location.assign(link.href); // the server says what is amiss
    }
  }

  for (const link of document.querySelectorAll(LINK)) link.setAttribute("aria-expanded", "false");

  document.addEventListener("click", (event) => {
    const link = event.target.closest(LINK);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(link);
  });

  document.addEventListener("keydown", (event) => {
    const other = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!open || other || event.key !== "Escape" || event.target.closest(TYPED)) return;
    const row = open.closest("tr");
    close();
    row.querySelector("a").focus();
  });
})();
