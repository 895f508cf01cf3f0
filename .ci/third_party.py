"""Puts together what cargo-cyclonedx and cargo-about found out: one list for all systems, without the folder it was made in.

    python .ci/third_party.py FOLDER SYSTEM...        called by .ci/third_party
"""

import json
import pathlib
import re
import subprocess
import sys

made, systems = pathlib.Path(sys.argv[1]), sys.argv[2:]
OUT = pathlib.Path("assets/third_party")
SYSTEM = "cdx:rustc:sbom:target:triple"


def read(name: str) -> dict:
    return json.loads((made / name).read_text(encoding="utf-8"))


def built(system: str) -> set[tuple[str, str]]:
    """What cargo builds the program of. cargo-cyclonedx lists more: optional crates that no feature asks for."""
    command = ["cargo", "tree", "--offline", "--locked", "--target", system, "--edges", "normal,build", "--prefix", "none", "--format", "{p}"]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {(name, version.removeprefix("v")) for name, version, *_ in (line.split() for line in lines if line)}


def sbom() -> dict:
    """One SBOM of all systems. What goes into the program of one system alone says so."""
    boms = {}
    for system in systems:
        text = (made / f"sbom-{system}.json").read_text(encoding="utf-8")
        # The program's own reference names the folder in which it was built.
        boms[system] = json.loads(re.sub(r'path\+file://[^"#]*#', "", text).replace("?download_url=file://.", ""))
    whole = dict(boms[systems[0]])
    components, dependencies = {}, {}
    for system, bom in boms.items():
        wanted = built(system)
        listed = [component for component in bom["components"] if (component["name"], component["version"]) in wanted]
        refs = {component["bom-ref"] for component in listed} | {bom["metadata"]["component"]["bom-ref"]}
        if len(refs) != len(wanted):
            raise SystemExit(f"{system}: cargo builds {len(wanted)} crates, {len(refs)} are listed")
        for component in listed:
            components.setdefault(component["bom-ref"], (component, []))[1].append(system)
        for node in bom["dependencies"]:
            if node["ref"] in refs:
                dependencies.setdefault(node["ref"], set()).update(refs.intersection(node.get("dependsOn", [])))
    whole["metadata"]["properties"] = [{"name": SYSTEM, "value": system} for system in systems]
    whole["components"] = []
    for _, (component, of) in sorted(components.items()):
        component = {key: value for key, value in component.items() if key != "author"}
        if len(of) < len(systems):
            component["properties"] = [{"name": SYSTEM, "value": system} for system in of]
        whole["components"].append(component)
    whole["dependencies"] = [
        {"ref": ref, **({"dependsOn": sorted(on)} if on else {})} for ref, on in sorted(dependencies.items())
    ]
    return whole


def write_sbom(whole: dict) -> None:
    """One component a line, so that a change of one crate is a change of one line."""
    parts = []
    for key, value in whole.items():
        if isinstance(value, list):
            lines = ",\n".join(json.dumps(one, ensure_ascii=False) for one in value)
            parts.append(f"{json.dumps(key)}: [\n{lines}\n]")
        else:
            parts.append(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}")
    (OUT / "sbom.cdx.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


FONTS = {"BIZ UDPGothic": "assets/fonts/OFL-BIZUDGothic.txt", "Noto Sans JP (a part of it)": "assets/fonts/OFL-NotoSansJP.txt"}
TERMS = re.compile(r"Apache License\s+Version 2\.0.*?END OF TERMS AND CONDITIONS", re.DOTALL)
PLACEHOLDER = re.compile(r"yyyy|copyright notice|copyright license|copyright owner\W*$", re.IGNORECASE)


def own(name: str | pathlib.Path) -> str:
    return pathlib.Path(name).read_text(encoding="utf-8").strip()


def terms_and_notices(text: str) -> tuple[str, list[str]]:
    """The terms of a licence, and whose it is. Copies of Apache-2.0 differ in who fills in the appendix, if anybody does."""
    found = TERMS.search(text)
    if not found:
        return text.replace("\r", "").strip("\n"), []
    outside = text[: found.start()] + text[found.end() :]
    lines = (line.strip() for line in outside.splitlines())
    return found.group(0).replace("\r", ""), [line for line in lines if re.search("copyright", line, re.IGNORECASE) and not PLACEHOLDER.search(line)]


def write_licences(shipped: set[tuple[str, str]], metadata: dict) -> None:
    packages = {(package["name"], package["version"]): package for package in metadata["packages"]}
    groups: dict = {}
    for licence in read("licences.json")["licenses"]:
        terms, notices = terms_and_notices(licence["text"])
        _, _, users = groups.setdefault((licence["id"], " ".join(terms.split())), (licence, terms, []))
        for user in licence["used_by"]:
            of = (user["crate"]["name"], user["crate"]["version"])
            if of in shipped:
                users.append((*of, notices))
    rule = "=" * 100
    with (OUT / "licences.txt").open("w", encoding="utf-8") as out:
        say = lambda *lines: print(*lines, sep="\n", file=out)
        say("liu-wizard: MIT or Apache-2.0, at your choice. The text of MIT; that of Apache-2.0 stands below.", "", own("LICENSE-MIT"), "")
        say(rule, "What liu-wizard is made of, and under which licences", "", "Crates (name, version, licence; where its source is)", "")
        for name, version in sorted(shipped):
            package = packages[name, version]
            say(f"{name} {version}: {package['license']}; {package['repository'] or 'https://crates.io/crates/' + name}")
        say("", "The Rust standard library: MIT OR Apache-2.0; copyright (c) The Rust Project Contributors; https://github.com/rust-lang/rust")
        for (name, _), (licence, terms, users) in sorted(groups.items(), key=lambda group: (group[0][0], sorted(group[1][2]))):
            if users:
                say("", rule, f"{licence['name']} ({name}), for:", "")
                for crate, version, notices in sorted(users):
                    say(f"  {crate} {version}" + "".join(f"; {notice}" for notice in notices))
                say("", terms)
        for fonts, text in FONTS.items():
            say("", rule, f"SIL Open Font License 1.1, for {fonts}:", "", own(text))
        say("", rule, "Notices of crates. They also speak of files of the crates that are not in the program, such as fonts of typst-assets.")
        for crate in sorted(shipped):
            for notice in sorted(pathlib.Path(packages[crate]["manifest_path"]).parent.glob("NOTICE*")):
                say("", rule, f"Notice of {' '.join(crate)}:", "", own(notice))


def main() -> None:
    whole, metadata = sbom(), read("metadata.json")
    write_sbom(whole)
    shipped = {(component["name"], component["version"]) for component in whole["components"]}
    write_licences(shipped, metadata)
    others = sorted({(package["name"], package["version"]) for package in metadata["packages"] if package["source"]} - shipped)
    pathlib.Path("tests/data/not_shipped.txt").write_text("".join(f"{name} {version}\n" for name, version in others), encoding="utf-8")
    print(f"{len(shipped)} crates are shipped, {len(others)} are not")


if __name__ == "__main__":
    main()
