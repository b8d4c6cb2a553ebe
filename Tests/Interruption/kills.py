"""Ends hsi at random moments, fills its disk and takes its rights away: what was there is whole afterwards.

    python3 Tests/Interruption/kills.py PROGRAM [KILLS]

KILLS (2000 where it is left out) are divided among report, import, vintage save and report --watch. After each the old state
or the new one is there to the byte, and the next run of the same command ends well.
"""

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORLD = ROOT / "Tests/CommandTests/Fixtures/World"
HSI = str(Path(sys.argv[1]).resolve())
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
SEED = 1994
INCOME = "Data/economic/income.csv"


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def hsi(folder, *arguments):
    run = subprocess.run([HSI, *arguments], cwd=folder, capture_output=True, text=True)
    return run


def good(folder, *arguments):
    run = hsi(folder, *arguments)
    assert run.returncode == 0, f"{arguments}: {run.stderr}"
    return run


def report_name(folder):
    """The digest of the manifest of a report that is whole; fails for one that is not."""
    manifest = folder / "Reports/manifest.json"
    outputs = {entry["file"]: entry["sha256"] for entry in json.loads(manifest.read_text())["outputs"]}
    for name, wanted in outputs.items():
        assert digest(folder / "Reports" / name) == wanted, f"{name} is not that of its manifest"
    there = {str(path.relative_to(folder / "Reports")) for path in (folder / "Reports").rglob("*") if path.is_file()}
    assert there == set(outputs) | {"manifest.json"}, f"{there ^ set(outputs)} is too many or too few"
    return digest(manifest)


def set_income(folder, value):
    """Writes another figure as a good editor does: to a file beside it, which takes its place."""
    text = (WORLD / INCOME).read_text().replace("ARC,2020,1000", f"ARC,2020,{value}")
    beside = folder / "Data/economic/.income.tmp"
    beside.write_text(text)
    beside.replace(folder / INCOME)


def started(folder, *arguments):
    return subprocess.Popen([HSI, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)


def kill(process, after):
    time.sleep(after)
    process.kill()
    process.wait()


class Trial:
    """One kind of work, ended again and again."""

    def __init__(self, folder, chance):
        self.folder, self.chance = folder, chance
        shutil.copytree(WORLD, folder)

    def duration(self):
        """How long the work takes when nothing ends it, the middle of five."""
        times = []
        for turn in range(5):
            self.before(turn)
            start = time.monotonic()
            good(self.folder, *self.arguments(turn))
            times.append(time.monotonic() - start)
        return sorted(times)[2]

    def run(self, kills):
        longest = self.duration() * 1.1
        new = 0
        for turn in range(kills):
            self.before(turn)
            kill(started(self.folder, *self.arguments(turn)), self.chance.random() * longest)
            new += self.after(turn)
        print(f"{type(self).__name__}: {kills} kills within {longest * 1000:.0f} ms, {new} of them once it was done, all whole", flush=True)


class Report(Trial):
    """hsi report, of a world in which one figure changes from turn to turn."""

    def __init__(self, folder, chance):
        super().__init__(folder, chance)
        good(folder, "report")

    def before(self, turn):
        set_income(self.folder, 1000 + turn % 2)
        self.old = report_name(self.folder)

    def arguments(self, turn):
        return ["report"]

    def after(self, turn):
        # A link of the moment in which both folders change places is mended by the next run.
        if not (self.folder / "Reports/manifest.json").exists():
            good(self.folder, "report")
        now = report_name(self.folder)
        isNew = now != self.old
        good(self.folder, "report")
        assert "up to date" in good(self.folder, "report").stdout
        report_name(self.folder)
        return isNew


class Import(Trial):
    """hsi import, of two downloads in turn."""

    def __init__(self, folder, chance):
        super().__init__(folder, chance)
        self.texts = []
        for turn in range(2):
            text = "iso3,year,value\n" + "".join(
                f"{code},{year},{500 + 10 * year % 7 + turn + place}\n" for place, code in enumerate(["ARC", "BEN", "LIL"]) for year in range(2000, 2021))
            (folder / f"download{turn}.csv").write_text(text)
            self.before(turn)
            good(folder, *self.arguments(turn))
            self.texts.append((folder / INCOME).read_bytes())

    def before(self, turn):
        self.old = (self.folder / INCOME).read_bytes()

    def arguments(self, turn):
        return ["import", f"download{turn % 2}.csv", "--indicator", "income", "--force"]

    def after(self, turn):
        now = (self.folder / INCOME).read_bytes()
        assert now in (self.old, self.texts[turn % 2]), "the table of figures is neither the old nor the new one"
        good(self.folder, "check")
        good(self.folder, *self.arguments(turn))
        assert (self.folder / INCOME).read_bytes() == self.texts[turn % 2]
        return now != self.old


class VintageSave(Trial):
    """hsi vintage save, each of another name."""

    def before(self, turn):
        set_income(self.folder, 1000 + turn)
        shutil.rmtree(self.folder / ".hsi/vintages/v", ignore_errors=True)

    def arguments(self, turn):
        return ["vintage", "save", "v"]

    def after(self, turn):
        isThere = "\nv " in good(self.folder, "vintage", "list").stdout
        if isThere:
            good(self.folder, "diff", "v", "now")
        else:
            good(self.folder, "vintage", "save", "v")
            good(self.folder, "diff", "v", "now")
        good(self.folder, "vintage", "drop", "v")
        return isThere


class Watch(Report):
    """hsi report --watch, ended while it makes a report of a figure that has just changed."""

    def run(self, kills):
        longest = 0.25 + 1.5 * self.duration()
        new = 0
        for turn in range(kills):
            process = started(self.folder, "report", "--watch")
            time.sleep(0.1)
            self.before(turn + 1)
            kill(process, self.chance.random() * longest)
            new += self.after(turn)
        print(f"Watch: {kills} kills within {longest * 1000:.0f} ms of a change, {new} of them once it was done, all whole", flush=True)


def full_disk(scratch):
    """A disk that is nearly full: each command fails with one error, and the report before stays."""
    place = scratch / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", place], capture_output=True).returncode:
        return print("full disk: not tried, since no disk can be mounted here")
    try:
        folder = place / "world"
        shutil.copytree(WORLD, folder)
        good(folder, "report")
        before = report_name(folder)
        for room in range(0, 1200, 60):
            set_income(folder, 5000 + room)
            rest = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
            (place / "filling").write_bytes(b"x" * max(0, rest - room * 1024))
            for command in [["report"], ["vintage", "save", "v"]]:
                run = hsi(folder, *command)
                assert run.returncode in (0, 1), run.stderr
                assert run.returncode == 0 or "No space left" in run.stderr, run.stderr
                if run.returncode == 0 and command[0] == "report":
                    before = report_name(folder)
                assert report_name(folder) == before
            (place / "filling").unlink()
            hsi(folder, "vintage", "drop", "v")
        good(folder, "report")
        print("full disk: 40 runs, the report whole after each")
    finally:
        subprocess.run(["umount", place], check=True)


def read_only(scratch):
    """A folder that cannot be written to: one error, and reading works as ever."""
    folder = scratch / "readonly"
    shutil.copytree(WORLD, folder)
    good(folder, "report")
    before = report_name(folder)
    set_income(folder, 7000)
    if subprocess.run(["mount", "--bind", folder, folder], capture_output=True).returncode:
        return print("read-only folder: not tried, since nothing can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
        for command in [["report"], ["vintage", "save", "v"], ["import", INCOME, "--indicator", "income"]]:
            run = hsi(folder, *command)
            assert run.returncode == 1 and "error:" in run.stderr, (command, run.returncode, run.stderr)
        for command in [["score"], ["history", "ARC"], ["verify"]]:
            assert hsi(folder, *command).returncode in (0, 3)
        assert report_name(folder) == before
        print("read-only folder: 3 refusals, the report whole")
    finally:
        subprocess.run(["umount", folder], check=True)


def protected(scratch):
    """A report whose folder its owner has protected stays, though the folder above may be written to."""
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        return print("protected report: not tried, since root may write everywhere")
    other = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    folder = scratch / "protected"
    shutil.copytree(WORLD, folder)
    good(folder, "report")
    before = report_name(folder)
    set_income(folder, 7000)
    scratch.chmod(0o755)
    if other:
        subprocess.run(["chown", "-R", "nobody:nogroup", folder], check=True)
    for name in ["Reports", "Reports/countries"]:
        (folder / name).chmod(0o555)
        run = subprocess.run([*other, HSI, "report"], cwd=folder, capture_output=True, text=True)
        assert run.returncode == 1 and "cannot write" in run.stderr, (name, run.returncode, run.stderr)
        assert report_name(folder) == before
        assert not list(folder.glob(".hsi-*.tmp*")), "something is left beside the report"
        (folder / name).chmod(0o755)
    print("protected report: 2 refusals, the report whole")


def main():
    chance = random.Random(SEED)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        for place, kind in enumerate([Report, Import, VintageSave, Watch]):
            kind(scratch / kind.__name__, chance).run(KILLS // 4 + (place < KILLS % 4))
        full_disk(scratch)
        read_only(scratch)
        protected(scratch)


main()
