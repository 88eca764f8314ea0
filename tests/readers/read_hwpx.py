"""Reads HWPX documents back with python-hwpx and compares every text, table and picture with what was laid out."""

import json
import sys
from pathlib import Path

from hwpx import HwpxDocument
from hwpx.layout.lint import lint_layout
from hwpx.tools.package_validator import validate_editor_open_safety, validate_package
from hwpx.tools.validator import validate_document

HP = "{http://www.hancom.co.kr/hwpml/2011/paragraph}"


def words(paragraph):
    """The words of a paragraph itself; a number that is counted as it stands there."""
    said = []
    for run in paragraph.element.findall(f"{HP}run"):
        for part in run:
            if part.tag == f"{HP}t":
                said.append(part.text or "")
                for inner in part:
                    said.append("\n" if inner.tag == f"{HP}lineBreak" else "")
                    said.append(inner.tail or "")
            for number in part.iter(f"{HP}autoNum") if part.tag == f"{HP}ctrl" else []:
                if number.getparent() is part:
                    said.append(number.get("num"))
    return "".join(said)


def found_in(document):
    """The pieces of a document, in their order."""
    shapes = {shape.get("id"): shape for shape in document.oxml.headers[0].element.iter() if shape.tag.endswith("}paraPr")}

    def heading(paragraph):
        shape = shapes[paragraph.element.get("paraPrIDRef")]
        return next(part for part in shape if part.tag.endswith("}heading"))

    pieces = []
    for paragraph in document.paragraphs[1:]:
        for table in paragraph.tables:
            pieces.append({
                "kind": "table",
                "caption": caption_of(table.element),
                "rows": [[cell.text for cell in row.cells] for row in table.rows],
            })
        pictures = paragraph.element.findall(f"{HP}run/{HP}pic")
        for picture in pictures:
            pieces.append({
                "kind": "picture",
                "caption": caption_of(picture),
                "alternative": picture.findtext(f"{HP}shapeComment"),
            })
        if paragraph.tables or pictures:
            continue
        kind = heading(paragraph)
        if kind.get("type") == "NUMBER":
            item = words(paragraph).split("\n")
            number = kind.get("idRef")
            if pieces and pieces[-1]["kind"] == "items" and pieces[-1]["number"] == number:
                pieces[-1]["items"].append(item)
            else:
                pieces.append({"kind": "items", "items": [item], "number": number})
            continue
        level = int(kind.get("level")) + 1 if kind.get("type") == "OUTLINE" else None
        pieces.append({"kind": "paragraph", "level": level, "text": words(paragraph)})
    for piece in pieces:
        piece.pop("number", None)
    return pieces


def caption_of(element):
    """The caption of a table or picture, with its number."""
    caption = element.find(f"{HP}caption")
    if caption is None:
        return None

    class Holder:
        pass

    said = []
    for paragraph in caption.iter(f"{HP}p"):
        holder = Holder()
        holder.element = paragraph
        said.append(words(holder))
    return "\n".join(said)


def check(path):
    expected = json.loads(Path(f"{path}.json").read_text("utf-8"))
    problems = []
    package = validate_package(path)
    problems += [f"package: {issue}" for issue in package.errors]
    remarks = [f"package: {issue}" for issue in package.warnings]
    safety = validate_editor_open_safety(path)
    if not safety.ok:
        problems.append(f"not safe to open: {safety.summary}")
    schema = validate_document(path)
    problems += [f"schema: {issue}" for issue in schema.issues]
    lint = lint_layout(path.read_bytes())
    # Guesses about fonts; a table that is higher than its page is none.
    for finding in getattr(lint, "findings", []):
        (remarks if "OVERFLOW_RISK" in str(finding) else problems).append(f"layout: {finding}")
    document = HwpxDocument.open(path)
    found = found_in(document)
    wanted = expected["pieces"]
    for at, (one, other) in enumerate(zip(found, wanted)):
        if one != other:
            problems.append(f"piece {at} is {one!r:.300}, not {other!r:.300}")
    if len(found) != len(wanted):
        problems.append(f"{len(found)} pieces, not {len(wanted)}")
    pictures = [piece for piece in found if piece["kind"] == "picture"]
    images = {str(image): image for image in document.media.images}
    references = document.media.picture_references()
    sizes = []
    for reference in references:
        if reference.binary_item_id_ref not in images:
            problems.append(f"there is no picture {reference.binary_item_id_ref}")
    for name in document.package.part_names():
        if name.startswith("BinData/"):
            data = document.package.get_part(name)
            if not data.startswith(b"\x89PNG"):
                problems.append(f"{name} is no PNG")
            sizes.append(len(data))
    if not len(pictures) == len(references) == len(sizes):
        problems.append(f"{len(pictures)} pictures, {len(references)} references, {len(sizes)} files")
    foot = "".join(text for story in document.sections[0].element.iter(f"{HP}footer") for text in story.itertext())
    if expected["foot"] not in foot or expected["fingerprint"] not in foot:
        problems.append(f"the foot says {foot!r}")
    tables = [piece for piece in found if piece["kind"] == "table"]
    counts = {
        "pieces": len(found),
        "headings": sum(piece.get("level") is not None for piece in found),
        "items": sum(len(piece["items"]) for piece in found if piece["kind"] == "items"),
        "tables": len(tables),
        "cells": sum(len(row) for table in tables for row in table["rows"]),
        "pictures": len(pictures),
    }
    print(f"{path.name:26}" + "".join(f"{count:>9} {name}" for name, count in counts.items()))
    for remark in remarks:
        print(f"  remark: {remark:.160}")
    return problems


def main():
    failed = False
    for path in sorted(Path(sys.argv[1]).glob("*.hwpx")):
        for problem in check(path):
            failed = True
            print(f"  {problem}")
    sys.exit(failed)


main()
