"""Adds up JUnit reports: prints passed, failed and skipped of the files named as arguments."""

import sys
import xml.etree.ElementTree as xml


def suites(root):
    return [root] if root.tag == "testsuite" else root.findall("testsuite")


def main(files):
    tests = failed = skipped = 0
    for file in files:
        for suite in suites(xml.parse(file).getroot()):
            tests += int(suite.get("tests", 0))
            failed += int(suite.get("failures", 0)) + int(suite.get("errors", 0))
            skipped += int(suite.get("skipped", 0))
    print(tests - failed - skipped, failed, skipped)


main(sys.argv[1:])
