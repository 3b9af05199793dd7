from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problem, Problems


def check(catalog: Catalog, _: Context) -> Problems:
    for functions in catalog.functions.values():
        for function in functions:
            fixed = any(setting.startswith("search_path=") for setting in function.settings)
            if function.security_definer and not fixed and function.language in {"sql", "plpgsql"}:
                message = (
                    f"{function.name} runs with its owner's rights and looks names up where its caller says: add SET "
                    f"search_path = ''"
                )
                yield Problem(function, message, objects=(function.name.full,))
