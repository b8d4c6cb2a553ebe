"""How fast the page of a report is on a processor slowed down four times: page.py PAGE [RATE]

Needs Chromium and ChromeDriver (Scripts/install-browser). Printed are, as medians of five: when the page can be used after it was asked
for (its script has run and the window was painted), how long tasks of more than 50 ms block it in all, beyond their first
50 ms, and how long each interaction takes until it was painted. Machines differ: a loop of ten million steps is the yardstick.
"""

import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/Browser"))
from browser import Browser

PAGE = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "Reports/index.html").resolve().as_uri()
RATE = float(sys.argv[2]) if len(sys.argv) > 2 else 4
ROUNDS = 5
WATCH = """window.tasks = []; new PerformanceObserver((list) => { for (const one of list.getEntries()) window.tasks.push(one.duration); }).observe({type: 'longtask', buffered: true});
addEventListener('load', () => requestAnimationFrame(() => setTimeout(() => { window.usable = performance.now(); }, 0)));"""
INTERACTIONS = [
    ("index", "sort the ranking", "document.querySelectorAll('#rank thead button')[4].click()"),
    ("index", "filter by name", "const box = document.querySelector('#ranking input[type=search]'); box.value = 'ken'; box.dispatchEvent(new Event('input'))"),
    ("index", "filter by region", "const box = document.querySelectorAll('#ranking select')[1]; box.value = 'Africa'; box.dispatchEvent(new Event('change'))"),
    ("index", "another measure on the map", "const box = document.querySelector('.tools select'); box.value = 'food'; box.dispatchEvent(new Event('change'))"),
    ("index", "another year", "const box = document.querySelector('.tools input'); box.value = 5; box.dispatchEvent(new Event('input'))"),
    ("index", "search a country", "const box = document.querySelector('nav input'); box.value = 'cote'; box.dispatchEvent(new Event('input'))"),
    ("index", "open a country", "document.querySelector('#rank tbody th a').click()"),
    ("whatif", "move a weight", "const box = document.querySelector('input[type=range]'); box.value = box.max; box.dispatchEvent(new Event('input'))"),
    ("country?c=KEN", "go to the ranking", "document.querySelector('.place a').click()"),
    ("country?c=KEN", "another language", "const box = document.querySelector('nav select'); box.value = 'fr'; box.dispatchEvent(new Event('change'))"),
    ("index", "open compare", "document.querySelector('[data-view=compare]').click()"),
    ("index", "open lenses", "document.querySelector('[data-view=lenses]').click()"),
    ("index", "open the audit", "document.querySelector('[data-view=audit]').click()"),
]


def main():
    with Browser(1280, 900) as browser:
        browser.devtools("Emulation.setCPUThrottlingRate", rate=RATE)
        browser.devtools("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        usable, blocked = [], []
        for _ in range(ROUNDS):
            browser.open("about:blank")
            browser.open(PAGE)
            usable.append(browser.wait("return window.usable"))
            blocked.append(sum(max(0, one - 50) for one in browser.run("return window.tasks")))
        print(f"{RATE:.0f} times slower, medians of {ROUNDS}, milliseconds")
        loop = browser.run("const start = performance.now(); let sum = 0; for (let at = 0; at < 1e7; at++) sum += at % 7; return [performance.now() - start, sum]")[0]
        print(f"{'yardstick: ten million steps':28} {loop:6.0f}")
        print(f"{'usable':28} {statistics.median(usable):6.0f}")
        print(f"{'blocked while loading':28} {statistics.median(blocked):6.0f}")
        for view, name, act in INTERACTIONS:
            times = []
            for _ in range(ROUNDS):
                browser.open("about:blank")
                browser.open(f"{PAGE}#{view}")
                browser.wait("return window.usable")
                browser.run("window.took = 0; return 1")
                browser.run("window.took = 0; const start = performance.now(); " + act + "; requestAnimationFrame(() => setTimeout(() => { window.took = performance.now() - start; }, 0)); return 1;")
                times.append(browser.wait("return window.took"))
            print(f"{name:28} {statistics.median(times):6.0f}")


if __name__ == "__main__":
    main()
