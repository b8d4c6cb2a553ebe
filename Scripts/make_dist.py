#!/usr/bin/env python3
"""Makes a tarball of hsi for Linux that needs only the C library: make_dist.py PROGRAM FOLDER

The program, the libraries that it is linked with, manual page, completions, figures and lenses, and the licence of each library
as its package states it. Needs patchelf, and a Debian or Ubuntu to name the packages of libraries. The archive of the same inputs
has the same bytes: names in order, no owner, the time of the last commit.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The C library is the system's: it fits its kernel, and its parts fit each other alone.
OF_SYSTEM = re.compile(r"(ld-linux-.*|libc|libm|libdl|libpthread|librt|libresolv)\.so")


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout


def libraries(program):
    """The files that a program is linked with, itself and through others, by the name that they are asked for."""
    found = dict(re.findall(r"(\S+) => (/\S+)", output("ldd", program)))
    if missing := re.findall(r"(\S+) => not found", output("ldd", program)):
        raise SystemExit("these libraries are not installed: " + ", ".join(missing))
    return {name: Path(path).resolve() for name, path in sorted(found.items()) if not OF_SYSTEM.match(name)}


def package(file):
    """The Debian package that a file is of; newer systems know a library by its place below /usr."""
    for path in (file, Path("/usr") / file.relative_to("/"), Path("/") / os.path.relpath(file, "/usr")):
        run = subprocess.run(["dpkg", "-S", str(path)], capture_output=True, text=True)
        if run.returncode == 0:
            return run.stdout.split(":")[0]
    raise SystemExit(f"{file} is of no package, so that its licence is not known")


def fill(folder, program):
    for name in ("bin", "lib", "licences"):
        (folder / name).mkdir(parents=True)
    subprocess.run(["make", "--no-print-directory", "install-files", f"HSI={program}", f"DESTDIR={folder}", "PREFIX="],
                   check=True, cwd=ROOT, stdout=subprocess.DEVNULL)
    subprocess.run(["patchelf", "--force-rpath", "--set-rpath", "$ORIGIN/../lib", folder / "bin/hsi"], check=True)
    for name, file in libraries(program).items():
        shutil.copy(file, folder / "lib" / name)
        subprocess.run(["patchelf", "--remove-rpath", folder / "lib" / name], check=True)
        shutil.copy(Path("/usr/share/doc") / package(file) / "copyright", folder / "licences" / f"{name}.txt")
    tracked = output("git", "ls-files", "Data", "Weights", "Documentation").split("\n")
    for name in [*filter(None, tracked), "README.md", "LICENSE", "CHANGELOG.md"]:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, target)


def archive(folder, target):
    time = int(output("git", "log", "-1", "--format=%ct"))

    def plain(entry):
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        entry.mtime = time
        return entry

    with open(target, "wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        with tarfile.open(fileobj=packed, mode="w") as tar:
            for path in [folder, *sorted(folder.rglob("*"))]:
                tar.add(path, path.relative_to(folder.parent), recursive=False, filter=plain)


def c_library(folder):
    """The oldest version of the C library that has all that the program and its libraries ask for."""
    files = [folder / "bin/hsi", *(folder / "lib").iterdir()]
    versions = {tuple(map(int, found.split(b"."))) for file in files for found in re.findall(rb"GLIBC_(2\.\d+)", file.read_bytes())}
    return ".".join(map(str, max(versions)))


def main():
    program, place = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    version = output(program, "--version").strip()
    folder = place / f"hsi-{version}-linux-{os.uname().machine}"
    shutil.rmtree(folder, ignore_errors=True)
    fill(folder, program)
    target = place / f"{folder.name}.tar.gz"
    archive(folder, target)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{target}: {target.stat().st_size / 1e6:.1f} MB, {size / 1e6:.1f} MB unpacked, {len(list((folder / 'lib').iterdir()))} libraries; "
          f"runs with glibc {c_library(folder)} or later")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
