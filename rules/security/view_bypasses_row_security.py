from __future__ import annotations

from dbarch_lint.api import Catalog, Context, Problem, Problems, switched_on


def check(catalog: Catalog, _: Context) -> Problems:
    for view in catalog.views:
        hidden = [n for n in sorted(view.uses) if (t := catalog.table(n)) is not None and t.row_security and t.policies]
        if hidden and not switched_on(view.options, "security_invoker"):  # it reads with the rights of who asks
            way = "keep users from it" if view.materialized else "make it WITH (security_invoker = true)"
            message = f"{view.name} shows all rows of {hidden[0]}, those that its policies hide too: {way}"
            yield Problem(view, message, objects=(view.name.full,), fold="view")
