"""Reads what LibreOffice made of DOCX documents, flat ODF and PDF, and compares it with what was laid out."""

import json
import re
import subprocess
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"


def words(element):
    """The words of a paragraph; pictures in it have none."""
    if element.tag == f"{DRAW}frame":
        return ""
    said = [element.text or ""]
    for inner in element:
        if inner.tag == f"{TEXT}s":
            said.append(" " * int(inner.get(f"{TEXT}c", "1")))
        elif inner.tag == f"{TEXT}line-break":
            said.append("\n")
        else:
            said.append(words(inner))
        said.append(inner.tail or "")
    return "".join(said)


def rows_of(table):
    """Rows of a table, and how many of them are repeated on every page."""
    heads = table.findall(f"{TABLE}table-header-rows/{TABLE}table-row")
    rows = [row for row in table.iter(f"{TABLE}table-row")]
    cell = lambda cell: "\n".join(words(paragraph) for paragraph in cell if paragraph.tag == f"{TEXT}p")
    return [[cell(one) for one in row.findall(f"{TABLE}table-cell")] for row in rows], len(heads)


def found_in(body):
    """The pieces of a document, in their order."""
    pieces, waiting = [], None
    for element in body:
        if element.tag == f"{TABLE}table":
            rows, heads = rows_of(element)
            pieces.append({"kind": "table", "caption": waiting, "rows": rows, "heads": heads})
            waiting = None
        elif element.tag == f"{TEXT}list":
            items = [words(paragraph).split("\n") for paragraph in element.iter(f"{TEXT}p")]
            if pieces and pieces[-1]["kind"] == "items" and element.get(f"{TEXT}continue-numbering") == "true":
                pieces[-1]["items"] += items
            else:
                pieces.append({"kind": "items", "items": items})
        elif element.tag in (f"{TEXT}p", f"{TEXT}h"):
            frame = next(element.iter(f"{DRAW}frame"), None)
            if frame is not None:
                told = frame.findtext(f"{SVG}desc")
                pieces.append({"kind": "picture", "caption": waiting, "alternative": told})
                waiting = None
            elif next(element.iter(f"{TEXT}sequence"), None) is not None:
                waiting = words(element)
            elif words(element):
                level = element.get(f"{TEXT}outline-level") if element.tag == f"{TEXT}h" else None
                pieces.append({"kind": "paragraph", "level": level and int(level), "text": words(element)})
    return pieces


def check(path):
    expected = json.loads(Path(f"{path}.json").read_text("utf-8"))
    problems = []
    document = tree.parse(path.with_suffix(".fodt")).getroot()
    found = found_in(document.find(f"{OFFICE}body/{OFFICE}text"))
    for piece in found:
        if piece["kind"] == "table" and piece.pop("heads") != 1:
            problems.append(f"a table has no row that is repeated: {piece['rows'][0]}")
    wanted = [piece for piece in expected["pieces"] if piece.get("text", "x")]
    for at, (one, other) in enumerate(zip(found, wanted)):
        if one != other:
            problems.append(f"piece {at} is {one!r:.300}, not {other!r:.300}")
    if len(found) != len(wanted):
        problems.append(f"{len(found)} pieces, not {len(wanted)}")
    meta = document.find(f"{OFFICE}meta")
    for name, value in (("title", expected["title"]), ("language", expected["language"])):
        if (meta.findtext(f"{DC}{name}") or "").split("-")[0] != value:
            problems.append(f"{name} is {meta.findtext(DC + name)!r}, not {value!r}")
    pages = pages_of(path.with_suffix(".pdf"))
    for at, page in enumerate(pages, 1):
        bare = re.sub(r"\s", "", page)
        foot = re.sub(r"\s", "", expected["foot"])
        before, between, behind = expected["page"]
        number = re.sub(r"\s", "", f"{before}{at}{between}{len(pages)}{behind}")
        if foot not in bare or not bare.endswith(number):
            problems.append(f"page {at} ends in {bare[-80:]!r}, without {foot!r} and {number!r}")
    tables = [piece for piece in found if piece["kind"] == "table"]
    counts = {
        "pieces": len(found),
        "headings": sum(piece.get("level") is not None for piece in found),
        "items": sum(len(piece["items"]) for piece in found if piece["kind"] == "items"),
        "tables": len(tables),
        "cells": sum(len(row) for table in tables for row in table["rows"]),
        "pictures": sum(piece["kind"] == "picture" for piece in found),
        "pages": len(pages),
    }
    print(f"{path.name:26}" + "".join(f"{count:>9} {name}" for name, count in counts.items()))
    return problems


def pages_of(pdf):
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True).stdout.decode("utf-8")
    return text.split("\f")[:-1]


def main():
    failed = False
    for path in sorted(Path(sys.argv[1]).glob("*.docx")):
        for problem in check(path):
            failed = True
            print(f"  {problem}")
    sys.exit(failed)


main()
