"""Text on its way into HTML and SVG: nothing of a repository is markup there, nor a command where it is printed."""

from __future__ import annotations

from html import escape

from dbarch_lint.reporters.display import visible


def shown(text: str) -> str:
    """Text of one line."""
    return harmless(escape(visible(text)))


def harmless(markup: str) -> str:
    """The same markup; an agent of a CI that prints it finds no command in it."""
    return markup.replace("::", "&#58;&#58;").replace("##", "&#35;&#35;")


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """An element around markup. In names of attributes `_` stands for `-`, and one at the end is left away."""
    words = "".join(f' {key.rstrip("_").replace("_", "-")}="{shown(str(value))}"' for key, value in attributes.items())
    return f"<{name}{words}>{content}</{name}>"
