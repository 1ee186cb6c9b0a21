r"""paperclean gives back the text a newspaper printed, from the dirty text that a scan or a PDF yields.

>>> import paperclean as pc
>>> pc.clean("\ufeff消费需求进一步释放。")
'消费需求进一步释放。'

The way of a page through the modules, for those who read them:

- `reading` makes text of bytes: `not_text` refuses what is none, `plausibility` tells which encoding surprises least.
- `plans` names the steps of a run in their order, and says why that order, by what the `survey` of a page tells (`languages`, `scripts`).
- `pipeline` runs them. A step finds `edits` or spans in a new order (`steps`); where a trace is wanted they are kept (`layers`), so that
  `tracing` can say where every character came from, and `report` show it.
- The steps are in `characters`, `columns`, `lines`, `typography`, `conversion` and `ocr`, each folder with a map of its own; `article` takes a
  clean page apart. What is counted from corpora is in `data` and read by `statistics`.
- `bulk`, with `processes`, and `arrow` clean many texts; `cli` is the command line.
- `public` lists the names that are a promise.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from paperclean.public import *  # noqa: F403  # the public names are listed in one place

    __version__: str
else:  # a type checker that saw this would believe in any name

    def __getattr__(name: str) -> Any:
        """Load the public names on first use, so that `import paperclean` costs next to nothing."""
        if name == "__version__":
            return _version()
        if name.startswith("__") and name != "__all__":
            raise AttributeError(name)
        public = import_module("paperclean.public")
        globals().update({public_name: getattr(public, public_name) for public_name in public.__all__})
        globals()["__all__"] = public.__all__
        try:
            return globals()[name]
        except KeyError:
            raise AttributeError(f"module 'paperclean' has no attribute {name!r}") from None


def _version() -> str:
    metadata = import_module("importlib.metadata")
    try:
        return str(metadata.version("paperclean"))
    except metadata.PackageNotFoundError:  # run from its source
        return "(not installed)"


def __dir__() -> list[str]:
    return list(import_module("paperclean.public").__all__)
