"""Two versions of one story of our own, and another story on the same subject."""

DEPOT = (
    "The city of Halden closed its largest tram depot on Tuesday after 12 trams were damaged by a fire that may have "
    "been set on purpose.\n\n"
    "Mayor Karin Lund said the depot in the centre would not open before March. “We do not know who did this, but we "
    "will find out and we will rebuild every hall,” she told reporters.\n\n"
    "The fire brigade needed six hours to put the flames out. Captain Nils Berg said 40 firefighters had worked "
    "through the night at minus 11 degrees.\n\n"
    "“The roof came down behind us as we left,” Berg said. “I have never run so fast in my life.”\n\n"
    "The Transport Workers Union said the city had rejected its request for sprinklers in 2019. Its lawyer, Eva Storm, "
    "called the damage of 30 million kroner a bill for years of neglect.\n\n"
    "Police have allegedly questioned a former driver. Lund declined to comment on the investigation."
)
DEPOT_UPDATED = DEPOT.replace("12 trams", "15 trams").replace("30 million", "42 million").replace("40 fire", "65 fire")
STRIKE = (
    "Commuters in Halden waited in the snow on Friday as tram drivers walked out over pay for the second time this "
    "winter.\n\n"
    "About half of all lines stood still, the transport company said. “I left home at five and I am still not at "
    "work,” said Mona Vik, a nurse, at a stop near the harbour.\n\n"
    "The drivers want eight per cent more; the company offers three. Talks broke off on Wednesday and nobody has set a "
    "date for new ones.\n\n"
    "Mayor Karin Lund asked both sides to return to the table before the holidays."
)
