"""Prints the manual page hsi(1), made of the help of the program.

manual_page.py PROGRAM > Documentation/hsi.1

`make golden` writes the page; a test compares it with the program.
"""

import json
import subprocess
import sys


def roff(text):
    """Text as roff shows it: its escapes, hyphens that can be copied, letters beyond ASCII, and no line that is a request."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(letter if ord(letter) < 128 else f"\\[u{ord(letter):04X}]" for letter in text)
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in text.split("\n"))


def discussion(text):
    """Paragraphs, and what is indented under a heading such as `Examples:` line by line."""
    lines = []
    is_code = False
    for line in text.strip().split("\n"):
        if line.startswith("  "):
            if not is_code:
                lines.append(".nf")
            is_code = True
            lines.append(roff(line))
            continue
        if is_code:
            lines.append(".fi")
        is_code = False
        lines.append(roff(line) if line else ".PP")
    return lines + ([".fi"] if is_code else [])


def spelling(argument):
    names = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    value = f"<{argument['valueName']}>"
    if argument["kind"] == "positional":
        return value
    return ", ".join(names) + (f" {value}" if argument["kind"] == "option" else "")


def arguments(command):
    lines = []
    for argument in command.get("arguments", []):
        if not argument.get("shouldDisplay", True) or spelling(argument) in ("-h, --help", "--help"):
            continue
        lines += [".TP", f".B {roff(spelling(argument))}"]
        text = argument.get("abstract", "")
        if "defaultValue" in argument and "Default" not in text:
            text += f" Default: {argument['defaultValue']}."
        lines.append(roff(text.strip()) or "\\&")
    return lines


def section(command, names):
    lines = [f".SS {roff(' '.join(names))}", roff(command.get("abstract", ""))]
    if command.get("discussion"):
        lines += [".PP"] + discussion(command["discussion"])
    lines += arguments(command)
    for inner in command.get("subcommands", []):
        if inner["commandName"] != "help":
            lines += section(inner, names + [inner["commandName"]])
    return lines


def page(program):
    def run(*options):
        return subprocess.run([program, *options], check=True, capture_output=True, text=True).stdout

    root = json.loads(run("--experimental-dump-help"))["command"]
    lines = [
        '.\\" Written by Scripts/manual_page.py; see make golden.', f'.TH HSI 1 "" "hsi {run("--version").strip()}" ""',
        ".SH NAME", "hsi \\- " + roff(root["abstract"].rstrip(".")), ".SH SYNOPSIS", ".B hsi", ".I command",
        "[options]", ".SH DESCRIPTION", *discussion(root["discussion"]), ".SH COMMANDS",
    ]
    for command in root["subcommands"]:
        if command["commandName"] != "help" and command.get("shouldDisplay", True):
            lines += section(command, ["hsi", command["commandName"]])
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.stdout.write(page(sys.argv[1]))
