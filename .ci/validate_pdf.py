"""Says of PDFs whether they are PDF/A-3a and PDF/UA-1, by the validator `page-validation` from PyPI.

    python .ci/validate_pdf.py FILE.pdf...

Exit code 1 if one of them is not. One finding of the validator (0.11.0) is looked at again: it reads a stream whose last byte is a
carriage return as one byte shorter than its /Length says, and does not always name the stream. Where exactly that is the case, the
stream is as long as it says.
"""

import re
import sys

import page

PROFILES = ["3a", "ua1"]


def streams(data: bytes) -> list[tuple[int, bool, bool]]:
    """Of each stream: its object's number, whether it is as long as it says, and whether it ends in a carriage return."""
    found = []
    at = 0
    while head := re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b").search(data, at):
        at = head.end()
        keyword = re.compile(rb"endobj|\bstream\r?\n").search(data, at)
        if not keyword or keyword.group() == b"endobj":
            continue
        length = re.search(rb"/Length (\d+)\b(?! \d+ R)", data[at : keyword.start()])
        end = keyword.end() + int(length.group(1)) if length else keyword.end()
        fits = bool(length) and re.match(rb"\r?\nendstream", data[end:]) is not None
        found.append((int(head.group(1)), fits, data[end - 1 : end] == b"\r"))
        at = end
    return found


def is_misread(data: bytes, failure) -> bool:
    """Whether the validator took a carriage return for the end of a line: where it names an object, that one's; else any."""
    if "STREAM-LENGTH" not in failure.rule_id:
        return False
    named = failure.object_id and failure.object_id.object_number
    looked_at = [stream for stream in streams(data) if not named or stream[0] == named]
    return all(fits for _, fits, _ in looked_at) and any(returns for _, _, returns in looked_at)


def problems(path: str, profile: str) -> list[str]:
    report = page.validate_pdf(path, profile=profile)
    if report.is_compliant:
        return []
    data = open(path, "rb").read()
    found = []
    for failure in report.failures:
        if is_misread(data, failure):
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
