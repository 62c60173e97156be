"""A hand that renames an initiative as an editor does: in every file, keeping its former ids."""

import re

EDITION_FILES = ("snapshot.json", "digest")


def rename(content, old, new):
    """Give an initiative another id in the files of a content folder, and rename its files."""
    for path in sorted(path for path in content.rglob("*") if path.suffix in (".yml", ".md")):
        text = path.read_text("utf-8")
        made = re.sub(rf"(?<![a-z0-9-]){old}(?![a-z0-9-])", new, text)
        if path == content / "initiatives" / f"{old}.yml":
            made = with_former(made, old)
        if made != text:
            path.write_text(made, "utf-8")
        if path.stem == old:
            path.rename(path.with_stem(new))


def with_former(text, old):
    """Return the text of an initiative with one former id more."""
    entry = f'  - "{old}"\n'
    if "\nformer_ids:\n" in text:
        return text.replace("\nformer_ids:\n", f"\nformer_ids:\n{entry}", 1)
    return text.replace("\ntitle:", f"\nformer_ids:\n{entry}title:", 1)
