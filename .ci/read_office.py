"""Opens Word documents and Excel workbooks with readers that are not ours.

    python .ci/read_office.py FILE.docx FILE.xlsx...

Exit code 1 if one cannot be read or holds nothing. A workbook holds no formula but the program's own count of what is left in a row.
"""

import re
import sys

import docx
import openpyxl


# Cells, comparisons with a short word, sums and IF, OR, AND, NOT: no other function, sheet, name or text.
COUNT = re.compile(r'=(?:\$?[A-Z]{1,3}\$?[0-9]+|IF|OR|AND|NOT|[(),+=<>]|[0-9]+|"(?:[^"=+@-][^"]{0,40})?")+')


def read_word(path: str) -> str:
    document = docx.Document(path)
    headings = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name.startswith("Heading")]
    if not headings or not document.tables or not document.core_properties.title:
        raise ValueError("no headings, no tables or no title")
    return f"{len(headings)} headings, {len(document.tables)} tables"


def read_excel(path: str) -> str:
    workbook = openpyxl.load_workbook(path)
    cells = [cell for sheet in workbook for row in sheet.iter_rows() for cell in row if cell.value is not None]
    formulas = [cell for cell in cells if cell.data_type == "f"]
    acting = [cell.coordinate for cell in formulas if not COUNT.fullmatch(str(cell.value))]
    places = {(cell.parent.title, cell.column) for cell in formulas}
    if not cells or acting or len(places) > 1:
        raise ValueError(f"no cells, or formulas: {acting[:5]} in {sorted(places)}")
    validations = sum(len(sheet.data_validations.dataValidation) for sheet in workbook)
    if not validations:
        raise ValueError("no drop-downs")
    return f"{len(workbook.sheetnames)} sheets, {len(cells)} cells, {validations} validations"


def main() -> int:
    errors = 0
    for path in sys.argv[1:]:
        try:
            print(path, read_word(path) if path.endswith(".docx") else read_excel(path), sep=": ")
        except Exception as problem:  # whatever a reader objects to is an objection
            errors += 1
            print(f"{path}: {problem!r}", file=sys.stderr)
    return 1 if errors or len(sys.argv) < 2 else 0


if __name__ == "__main__":
    sys.exit(main())
