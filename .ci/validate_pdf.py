"""Says of PDFs whether they are PDF/A-3a and PDF/UA-1, by the validator `page-validation` from PyPI.

    python .ci/validate_pdf.py FILE.pdf...

Exit code 1 if one of them is not. One finding of the validator (0.11.0) is looked at again: it reads a stream whose last byte is a
carriage return as one byte shorter than its /Length says. Where exactly that is the case, the stream is as long as it says.
"""

import re
import sys

import page

PROFILES = ["3a", "ua1"]


def ends_in_carriage_return(data: bytes, number: int) -> bool:
    """Whether the stream of an object is as long as it says and ends in a carriage return."""
    start = re.search(rb"(?:^|[\r\n])%d 0 obj\b" % number, data)
    if not start:
        return False
    head = data.find(b"stream", start.end())
    length = re.search(rb"/Length (\d+)\b(?! \d+ R)", data[start.end() : head])
    if head < 0 or not length:
        return False
    begin = head + len(b"stream") + (2 if data[head + 6 : head + 8] == b"\r\n" else 1)
    end = begin + int(length.group(1))
    return data[end - 1 : end] == b"\r" and data[end:].startswith(b"\nendstream")


def problems(path: str, profile: str) -> list[str]:
    report = page.validate_pdf(path, profile=profile)
    if report.is_compliant:
        return []
    data = open(path, "rb").read()
    found = []
    for failure in report.failures:
        misread = "STREAM-LENGTH" in failure.rule_id and failure.object_id
        if misread and ends_in_carriage_return(data, failure.object_id.object_number):
            continue
        found.append(f"{path}: {profile}: {failure.rule_id}: {failure.message}")
    return found


def main() -> int:
    files = sys.argv[1:]
    found = [problem for path in files for profile in PROFILES for problem in problems(path, profile)]
    print("\n".join(found))
    print(f"{len(files)} PDFs, {len(PROFILES)} profiles each: {len(found)} problems")
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main())
