"""A keyboard without a mouse: it goes where Tab goes, and sees where the focus is."""

UNSEEN = """() => {
    const at = document.activeElement;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
    const drawn = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
    const { left, top, right, bottom } = at.getClientRects()[0] ?? new DOMRect();
    const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
    const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
    const hit = document.elementFromPoint(x, y);
    const met = hit && (at.contains(hit) || hit.closest("label")?.control === at);
    const who = at.outerHTML.slice(0, 120);
    if (!drawn && boxShadow === "none") return `no mark of focus: ${who}`;
    const inside = y >= 0 && y <= innerHeight && x >= 0 && x <= innerWidth;
    if (!inside) return `out of view: ${who}`;
    return met ? "" : `covered by ${hit?.outerHTML.slice(0, 80)}: ${who}`;
}"""
AT = "asked => document.activeElement.matches(asked)"
CHOSEN = "asked => document.activeElement.value === asked"
LEFT = "() => document.activeElement === document.body"
MOST_TABS = 150
MOST_ARROWS = 40


class Keyboard:
    """What somebody does without a mouse; `unseen` is where the focus was not seen."""

    def __init__(self, page):
        self.page, self.unseen, self.stops = page, [], 0

    def press(self, *keys):
        """Press the keys in turn."""
        for key in keys:
            self.page.keyboard.press(key)

    def look(self):
        """Note where the focus is not marked, not in view or covered."""
        self.stops += 1
        if what := self.page.evaluate(UNSEEN):
            self.unseen.append((self.page.url.partition("/people/")[2], what))

    def go(self, selector):
        """Press Tab until the focus is at what the selector names."""
        for _tab in range(MOST_TABS):
            self.press("Tab")
            if self.page.evaluate(LEFT):
                continue
            self.look()
            if self.page.evaluate(AT, selector):
                return
        raise AssertionError(f"Tab does not come to {selector}: {self.page.url}")

    def follow(self, selector):
        """Go to a link or a button, press Enter, and wait for the page it opens."""
        self.go(selector)
        with self.page.expect_navigation(wait_until="networkidle"):
            self.press("Enter")

    def section(self, name):
        """Open a section of the file; on a phone their list is unfolded first."""
        if self.page.locator("main .subnav details:not([open])").count():
            self.go("main .subnav summary")
            self.press("Enter")
        self.follow(f"main .subnav a[href$='/{name}/']")

    def menu(self):
        """Open the menu where the pages stand behind it."""
        if self.page.locator(".pages a.menu").is_visible():
            self.go(".pages a.menu")
            self.press("Enter")

    def type(self, name, text):
        """Go to a field of the page, and type over what stands there."""
        self.go(f"main [name={name}]")
        self.press("Control+a")
        self.page.keyboard.type(text)

    def choose(self, name, value):
        """Go to a list or a group of answers, and take one by the arrows."""
        self.go(f"main [name={name}]")
        self.press("Space" if self.page.evaluate(AT, "[type=radio]") else "Home")
        for _arrow in range(MOST_ARROWS):
            if self.page.evaluate(CHOSEN, value):
                return self.look()
            self.press("ArrowDown")
        raise AssertionError(f"No arrow comes to {value} of {name}")


def all_stops(page):
    """Return what is not seen of any stop of Tab on the page, once around."""
    keyboard = Keyboard(page)
    for _tab in range(MOST_TABS):
        keyboard.press("Tab")
        if page.evaluate(LEFT) and keyboard.stops:
            break
        if not page.evaluate(LEFT):
            keyboard.look()
    assert keyboard.stops
    return [what for _place, what in keyboard.unseen]
