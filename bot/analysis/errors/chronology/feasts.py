"""Days of the year that have a name, and keep their date in every year."""

FEASTS: dict[str, tuple[int, int]] = {
    "New Year's Day": (1, 1), "New Year's Eve": (12, 31), "Hogmanay": (12, 31), "Burns Night": (1, 25),
    "Australia Day": (1, 26), "Holocaust Memorial Day": (1, 27), "Groundhog Day": (2, 2), "Candlemas": (2, 2),
    "World Cancer Day": (2, 4), "Waitangi Day": (2, 6), "Valentine's Day": (2, 14), "St David's Day": (3, 1),
    "International Women's Day": (3, 8), "Pi Day": (3, 14), "St Patrick's Day": (3, 17), "April Fools' Day": (4, 1),
    "April Fool's Day": (4, 1), "Earth Day": (4, 22), "St George's Day": (4, 23), "Anzac Day": (4, 25),
    "May Day": (5, 1), "World Press Freedom Day": (5, 3), "Cinco de Mayo": (5, 5), "VE Day": (5, 8),
    "World Environment Day": (6, 5), "Bloomsday": (6, 16), "Juneteenth": (6, 19), "World Refugee Day": (6, 20),
    "Canada Day": (7, 1), "Bastille Day": (7, 14), "Assumption Day": (8, 15), "Halloween": (10, 31),
    "All Saints' Day": (11, 1), "All Souls' Day": (11, 2), "Guy Fawkes Night": (11, 5), "Bonfire Night": (11, 5),
    "Armistice Day": (11, 11), "Veterans Day": (11, 11), "St Andrew's Day": (11, 30), "World Aids Day": (12, 1),
    "St Nicholas Day": (12, 6), "Human Rights Day": (12, 10), "Christmas Eve": (12, 24), "Christmas Day": (12, 25),
    "Boxing Day": (12, 26), "St Stephen's Day": (12, 26),
}  # fmt: skip
"""Month and day of each. Days that countries keep on different dates ("Independence Day") are left out."""


def feast(name: str) -> tuple[int, int] | None:
    """Month and day of a feast, whatever apostrophe its name is printed with."""
    return FEASTS.get(name.replace("’", "'"))
