"""What a regular expression cannot match without, so that most of a long table need not be run over a text."""


def required(pattern: str) -> str:
    """The longest run of letters and blanks that every match holds; empty when alternatives leave none.

    Groups, classes and escapes are passed over, so the run may be shorter than it could be.
    """
    runs, run, depth, at = [""], "", 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "|" and not depth:
            return ""
        if char in "?*{":
            run = run[:-1]
        if not depth and (char.isalpha() or char == " "):
            run += char
        else:
            runs.append(run)
            run = ""
        depth += (char == "(") - (char == ")")
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        at += 1
    return max([*runs, run], key=len)
