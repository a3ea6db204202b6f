"""Looking at one page in every way that people use it, with what is wrong in each."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 320, "height": 640}
FOCUSABLE = (
    "a[href], button:not([disabled]), input:not([type=hidden]):not([disabled]), select, textarea, "
    "summary, [tabindex='0']"
)

# What Tab should come to: one button of a group is enough, and what is folded away is left out.
REACHABLE = """selector => {
  const groups = new Set();
  return [...document.querySelectorAll(selector)].filter(one => {
    if (!one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type !== "radio") return true;
    const isFirst = !groups.has(one.name);
    groups.add(one.name);
    return isFirst;
  }).length;
}"""

TO_THE_TOP = """() => {
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}"""

FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getClientRects()[0];
  if (!box) return { name: one.outerHTML.slice(0, 90), fault: "has the focus but no place" };
  const style = getComputedStyle(one);
  const hasRing = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
    || style.boxShadow !== "none";
  const top = document.elementFromPoint(
    Math.min(Math.max(box.x + Math.min(box.width / 2, 40), 0), innerWidth - 1),
    Math.min(Math.max(box.y + Math.min(box.height / 2, 40), 0), innerHeight - 1));
  const isInSight = top && (one === top || one.contains(top) || top.contains(one));
  const fault = !hasRing ? "shows no focus" : !isInSight ? "is covered"
    : one.tabIndex > 0 ? "jumps the queue" : null;
  return { name: one.outerHTML.slice(0, 90), fault };
}"""

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""

# A field scrolls, and the way to a page cuts names that its pages say in full.
CLIPPED = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  if (one.closest(".visually-hidden, svg, input, textarea, select, .breadcrumb")) return false;
  return /(hidden|clip)/.test(style.overflowX + style.overflowY)
    && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
}).map(one => one.outerHTML.slice(0, 90))"""

WIDE = """() => {
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over <= 0) return null;
  const widest = [...document.querySelectorAll("main *, header *, footer *")]
    .filter(one => !one.closest(".table-region, .gantt, svg"))
    .find(one => one.getBoundingClientRect().right > innerWidth + 1);
  return `${over}px too wide: ${widest?.outerHTML.slice(0, 120)}`;
}"""

MOVING = """() => [...document.querySelectorAll("*")].filter(one => {
  const { transitionDuration, animationDuration, animationName, scrollBehavior } =
    getComputedStyle(one);
  const isLong = durations => durations.split(",").some(one => parseFloat(one) > 0.01);
  return isLong(transitionDuration) || (animationName !== "none" && isLong(animationDuration))
    || scrollBehavior === "smooth";
}).map(one => one.outerHTML.slice(0, 90))"""

PRINTED = """() => [...document.querySelectorAll(
  "nav, .skip-link, .site-reader, .site-footer, .look-back, .form-actions, .act")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }))
  .map(one => one.outerHTML.slice(0, 90))"""


# What the browser itself paints: axe reads colours that forced ones stand in for.
FAINT = """() => {
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const shade = colour => parts(colour).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
  const isSolid = colour => (parts(colour)[3] ?? 1) > 0;
  const behind = one => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (isSolid(colour)) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  return [...document.querySelectorAll("body *:not(svg *)")].filter(one => {
    const says = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!says || !one.checkVisibility({ visibilityProperty: true })) return false;
    const [light, dark] = [shade(getComputedStyle(one).color), shade(behind(one))]
      .sort((one, other) => other - one);
    return (light + 0.05) / (dark + 0.05) < 4.5;
  }).map(one => one.outerHTML.slice(0, 90));
}"""


@cache
def axe() -> str:
    return (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()


def violations(page: Page, only: dict) -> Iterator[str]:
    page.evaluate(axe())
    options = {"runOnly": only, "resultTypes": ["violations"]}
    for fault in page.evaluate("options => axe.run(options)", options)["violations"]:
        where = ", ".join(str(node["target"][0]) for node in fault["nodes"][:3])
        yield f"{fault['id']}: {fault['help']} ({where})"


def inspect(page: Page) -> Iterator[tuple[str, str]]:
    """What is wrong with the page that stands in the browser: in which respect, and what."""
    usual = {"media": "screen", "color_scheme": "light", "forced_colors": "none"}
    page.emulate_media(**usual)
    page.set_viewport_size(DESKTOP)
    yield from (("keyboard", fault) for fault in keyboard(page))
    yield from (("axe", it) for it in violations(page, {"type": "tag", "values": RULES}))
    contrast = {"type": "rule", "values": ["color-contrast"]}
    # Without motion a colour changes at once.
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    yield from (("reduced motion", fault) for fault in page.evaluate(MOVING)[:3])
    yield from (("dark", fault) for fault in violations(page, contrast))
    page.emulate_media(color_scheme="light", forced_colors="active", reduced_motion="reduce")
    yield from (("forced colours", fault) for fault in page.evaluate(FAINT)[:3])
    page.emulate_media(media="print", forced_colors="none", reduced_motion="no-preference")
    yield from (("print", fault) for fault in page.evaluate(PRINTED)[:3])
    page.emulate_media(**usual)
    page.set_viewport_size(PHONE)
    yield from narrow(page)
    page.set_viewport_size(DESKTOP)


def narrow(page: Page) -> Iterator[tuple[str, str]]:
    if fault := page.evaluate(WIDE):
        yield "320 pixels", fault
    small = {"type": "rule", "values": ["target-size", "scrollable-region-focusable"]}
    yield from (("320 pixels", fault) for fault in violations(page, small))
    page.evaluate(SPACING)
    if fault := page.evaluate(WIDE):
        yield "text spacing", fault
    yield from (("text spacing", fault) for fault in page.evaluate(CLIPPED)[:3])


def keyboard(page: Page) -> Iterator[str]:
    """What Tab does not come to, or comes to without anybody seeing it."""
    page.evaluate(TO_THE_TOP)
    count, reached = page.evaluate(REACHABLE, FOCUSABLE), 0
    for _ in range(count + 5):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus is None:
            break
        reached += 1
        if focus["fault"]:
            yield f"{focus['name']} {focus['fault']}"
    if reached < count:
        yield f"Tab comes to {reached} of {count}"
