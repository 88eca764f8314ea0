"""Writes members.xlsx as office programs do; needs openpyxl 3.1.

openpyxl leaves out what a formula came to, so that is added afterwards.
"""

import datetime
import re
import sys
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

REGIONS = [
    ("중구", [1016, 888, 5664, 22_000, 9825]),
    ("서구", [2035, 3163, 7130, 61_000, 31_341]),
    ("해운대구", [10_482, 14_394, 36_219, 250_000, 73_589]),
    ("기장군", [7001, 10_101, 18_685, 110_000, 32_392]),
]
HEADS = ["0-4", datetime.date(2026, 5, 9), "10-19", "20-64", "65+"]


def note(book):
    sheet = book.active
    sheet.title = "안내"
    sheet["A1"] = "회원 현황"
    sheet["A1"].font = Font(bold=True)
    sheet["A3"], sheet["B3"] = "작성일", datetime.datetime(2025, 1, 6, 9, 30)
    sheet["A4"], sheet["B4"] = "담당", "데이터팀"


def members(book):
    sheet = book.create_sheet("회원")
    sheet["A1"] = "2024년 12월 회원 현황"
    sheet.merge_cells("A1:G1")
    sheet["A2"], sheet["B2"] = "기준일", datetime.date(2024, 12, 31)
    sheet["A3"], sheet["B3"], sheet["G3"] = "구·군", "나이", "합계"
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:F3")
    sheet.merge_cells("G3:G4")
    sheet["B3"].alignment = Alignment(horizontal="center")
    for at, head in enumerate(HEADS):
        cell = sheet.cell(4, 2 + at, head)
        if not isinstance(head, str):
            cell.number_format = "d-mmm"
    last = 4 + len(REGIONS)
    for row, (name, people) in enumerate(REGIONS, 5):
        sheet.cell(row, 1, name)
        for at, count in enumerate(people):
            sheet.cell(row, 2 + at, count).number_format = '#,##0"명"'
        sheet.cell(row, 7, f"=SUM(B{row}:F{row})").number_format = "#,##0"
    # Typed as text, as a report would have it.
    sheet["C5"] = "888 "
    sheet.cell(last + 1, 1, "합계")
    for column in "BCDEFG":
        sheet[f"{column}{last + 1}"] = f"=SUM({column}5:{column}{last})"


def rates(book):
    sheet = book.create_sheet("가입률")
    sheet.append(["구·군", "가입률"])
    for name, _ in REGIONS:
        sheet.append([name, 0.31])
    for row in range(2, 6):
        sheet.cell(row, 2).number_format = "0.0%"


def results():
    last = 4 + len(REGIONS)
    sums = {f"G{row}": sum(people) for row, (_, people) in enumerate(REGIONS, 5)}
    for at, column in enumerate("BCDEF"):
        sums[f"{column}{last + 1}"] = sum(people[at] for _, people in REGIONS)
    sums[f"G{last + 1}"] = sum(sum(people) for _, people in REGIONS)
    return sums


def add_results(path):
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    sheet = parts["xl/worksheets/sheet2.xml"].decode()
    for cell, value in results().items():
        sheet, done = re.subn(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/?>(</v>)?', rf"\g<1><v>{value}</v>", sheet)
        assert done == 1, cell
    parts["xl/worksheets/sheet2.xml"] = sheet.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, content in parts.items():
            book.writestr(zipfile.ZipInfo(name, (2025, 1, 6, 9, 30, 0)), content, zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    made = Workbook()
    note(made)
    members(made)
    rates(made)
    made.save(sys.argv[1])
    add_results(sys.argv[1])
