"""The words that introduce speech."""

from spacy.tokens import Token

SPEECH = frozenset(
    ["accuse", "acknowledge", "add", "admit", "advise", "affirm", "agree", "allege", "announce", "answer", "apologize", "apologise", "argue", "ask", "assert", "assure", "boast", "caution", "charge", "claim", "clarify", "comment", "complain", "concede", "conclude", "confess", "confirm", "contend", "counter", "declare", "demand", "deny", "describe", "disclose", "echo", "elaborate", "emphasize", "emphasise", "exclaim", "explain", "hint", "imply", "indicate", "inform", "insist", "interject", "joke", "lament", "maintain", "mention", "mutter", "note", "object", "observe", "opine", "plead", "pledge", "point", "predict", "proclaim", "promise", "protest", "quip", "reaffirm", "reassure", "recall", "reckon", "recommend", "recount", "reiterate", "relate", "remark", "remind", "repeat", "reply", "report", "respond", "retort", "reveal", "say", "scream", "shout", "signal", "specify", "speculate", "state", "stress", "submit", "suggest", "swear", "tell", "testify", "threaten", "tweet", "urge", "vow", "warn", "whisper", "write"]
)
"""Verbs whose subject speaks or writes, as lemmas."""

THOUGHT = frozenset(["believe", "hope", "fear", "think", "feel", "consider", "know", "expect", "worry"])
"""Verbs that report what somebody holds; they introduce indirect speech, seldom a quotation."""

BESIDE_QUOTE = SPEECH | frozenset(
    ["begin", "call", "chant", "chide", "chime", "close", "continue", "cry", "describe", "dub", "enthuse", "finish", "go", "gush", "intone", "laugh", "open", "post", "pray", "preach", "press", "pronounce", "query", "question", "quote", "rage", "read", "reflect", "reason", "sigh", "sing", "smile", "snap", "sum", "teach", "title", "muse", "yell", "add", "interrupt", "weigh", "criticise", "criticize", "denounce", "condemn", "praise", "welcome", "hail", "dismiss", "slam", "label", "brand", "liken", "regret", "demand", "reject", "blast", "vent", "summarise", "summarize", "cite"]
)
"""What may also stand beside a quotation."""

NOMINAL = frozenset(
    ["statement", "comment", "remark", "word", "claim", "allegation", "assertion", "warning", "letter", "email", "e-mail", "tweet", "post", "message", "speech", "interview", "testimony", "report", "announcement", "argument", "suggestion", "promise", "pledge", "complaint", "quote", "reply", "response", "view"]
)
"""Nouns for speech whose possessor or author speaks ("in the words of", "a statement by")."""


def is_speech(token: Token) -> bool:
    """True for a verb of saying used as a predicate."""
    return _is_verb(token) and token.lemma_.lower() in SPEECH


def is_report(token: Token) -> bool:
    """True for a verb that introduces indirect speech or thought."""
    return _is_verb(token) and token.lemma_.lower() in SPEECH | THOUGHT


def is_beside_quote(token: Token) -> bool:
    """True for a verb that may introduce a quotation next to it."""
    return _is_verb(token) and token.lemma_.lower() in BESIDE_QUOTE | THOUGHT


def _is_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") and token.tag_ != "MD"
