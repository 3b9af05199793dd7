"""YAML with places: the data, and the line and column of any key, from one parse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from dbarch_lint.errors import ConfigError

Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

DEEPEST = 20  # levels; the deepest value there is stands on the fourth


class Places:
    """Where the keys of a YAML document stand."""

    def __init__(self, root: yaml.Node | None) -> None:
        self.root = root

    def at(self, path: Sequence[object]) -> tuple[int, int]:
        """Line and column, from 1, of the key or list item at `path`, or of the last one on the way that is there."""
        if self.root is None:
            return 0, 0
        node, mark = self.root, self.root.start_mark
        for part in path:
            if isinstance(part, int) and isinstance(node, yaml.SequenceNode) and part < len(node.value):
                node = node.value[part]
                mark = node.start_mark
                continue
            pair = next((pair for pair in _pairs(node) if pair[0].value == str(part)), None)
            if pair is None:
                break
            mark, node = pair[0].start_mark, pair[1]
        return mark.line + 1, mark.column + 1


def _pairs(node: yaml.Node) -> list[tuple[Any, Any]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def load_yaml(text: str, shown: str) -> tuple[Any, Places]:
    """The data of a YAML text (None when it is empty), and its places.

    Raises ConfigError for bad YAML and for a key given twice.
    """
    loader = None
    try:
        _refuse_depth(text, shown)
        loader = Loader(text)
        node = loader.get_single_node()
        if node is None:
            return None, Places(None)
        _refuse_doubles(node, shown)
        return loader.construct_document(node), Places(node)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join(str(part) for part in (error.context, error.problem) if part)
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        raise ConfigError(f"this is not valid YAML: {what}", file=shown, line=line, column=column) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ConfigError(f"this is not valid YAML: {' '.join(str(error).split())}", file=shown) from None
    finally:
        if loader is not None:
            loader.dispose()


def _refuse_depth(text: str, shown: str) -> None:
    """The C loader recurses, and deep nesting would end the process: the flat list of events is looked at first."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            line = event.start_mark.line + 1 if event.start_mark else 0
            raise ConfigError("this is nested more deeply than any configuration", file=shown, line=line)


def _refuse_doubles(node: yaml.Node, shown: str, depth: int = 0) -> None:
    """A key given twice: YAML would silently keep the last."""
    seen: dict[str, int] = {}
    for key, value in _pairs(node):
        if isinstance(key, yaml.ScalarNode):
            line = key.start_mark.line + 1
            if key.value in seen:
                message = f"{key.value} is given twice (first on line {seen[key.value]}): keep one"
                raise ConfigError(message, file=shown, line=line, column=key.start_mark.column + 1)
            seen[key.value] = line
        if depth < 2:  # the deepest keys there are: rules, the rule, its option
            _refuse_doubles(value, shown, depth + 1)
