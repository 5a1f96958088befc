"""``/newsroom config``: the settings as menus and forms, made from the desk's own list of fields.

Every step names its place in its ``custom_id``, asks the desk anew who may, and so needs no memory:
``SCOPE`` is a channel's id, or :data:`SERVER` for the whole server.
"""

from typing import Any, Final

import discord
from discord import ui

from bot.chat.discord_adapter import components
from bot.chat.discord_adapter.answers import Interaction, clean_lines
from bot.chat.discord_adapter.components import custom_id, menu, option, view
from bot.chat.discord_adapter.refs import place_of
from bot.desk import Desk, NotAllowed, SettingsRefused
from bot.desk.fields import FIELDS, SettingField
from bot.failures import Failure
from bot.ports import Platform, Workspace
from bot.render import escaping
from bot.settings import DeskSettings
from bot.store.workspaces import Patch, patches

SERVER: Final = "server"
CONFIGURERS: Final = "configurers"
LONGEST_VALUE: Final = 4000
SHOWN_VALUE: Final = 300

SCOPE: Final = "scope"
FIELD: Final = "field"
SET: Final = "set"
FORM: Final = "form"
INHERIT: Final = "inherit"
ACTIONS: Final = (SCOPE, FIELD, SET, FORM, INHERIT)

_BY_NAME: Final = {field.name: field for field in FIELDS}


async def open_settings(interaction: Interaction, desk: Desk) -> None:
    """Answers ``/newsroom config`` with the settings of the channel it was used in."""
    if interaction.guild_id is None or interaction.channel_id is None:
        return
    panel = Panel(interaction, desk, str(place_of(interaction.channel, interaction.channel_id).channel))
    try:
        await panel.check()
        await panel.send(*await panel.overview())
    except (NotAllowed, Failure) as refused:
        await panel.refuse(refused)


async def press(interaction: Interaction, desk: Desk, action: str, arguments: list[str]) -> None:
    """Answers one press of a menu, button or form of the settings."""
    scope, name = arguments[0], (arguments[1] if len(arguments) > 1 else "")
    panel = Panel(interaction, desk, scope)
    try:
        await panel.check()
        match action:
            case "scope":
                await panel.edit(*await panel.overview())
            case "field":
                await panel.edit(*await panel.one_field(_BY_NAME[_chosen(interaction)[0]]))
            case "form":
                await panel.ask(_BY_NAME[name])
            case "inherit":
                await panel.change({name: None})
            case _:
                await panel.change({name: _given(interaction, _BY_NAME[name])})
    except SettingsRefused as refused:
        await panel.edit(*await panel.one_field(_BY_NAME[name], " ".join(refused.fields.values())))
    except (NotAllowed, Failure) as refused:
        await panel.refuse(refused)


class Panel:
    """The settings of one channel or of the server, shown to one person."""

    def __init__(self, interaction: Interaction, desk: Desk, scope: str) -> None:
        self._interaction = interaction
        self._desk = desk
        self._scope = scope
        self._channel = None if scope == SERVER else scope
        self._workspace = Workspace(platform=Platform.DISCORD, id=str(interaction.guild_id))

    async def check(self) -> None:
        """Raises :class:`NotAllowed` for who may not configure, whatever Discord let them see."""
        person = self._interaction
        await self._desk.check_may_change(self._workspace, str(person.user.id), person.permissions.manage_guild)

    async def change(self, changes: Patch) -> None:
        """Changes settings and shows them. Raises :class:`SettingsRefused`."""
        person = self._interaction
        await self._desk.change_settings(
            self._workspace,
            self._channel,
            changes,
            author=str(person.user.id),
            is_admin=person.permissions.manage_guild,
        )
        await self.edit(*await self.overview("Saved."))

    async def overview(self, note: str = "") -> tuple[discord.Embed, ui.View]:
        """Every setting with its value, a menu to choose one, and buttons to choose what they hold for."""
        settings, own = await self._state()
        fields = [field for field in FIELDS if self._channel is None or field.name != CONFIGURERS]
        lines = [
            f"{'🔹' if field.name in own else '▫️'} **{field.label}**: {_shown(settings, field)}" for field in fields
        ]
        if note:
            lines.insert(0, f"✅ {note}\n")
        embed = discord.Embed(title=self._title(), description="\n".join(lines))
        embed.set_footer(text=f"🔹 set for {self._where()} · ▫️ inherited")
        choices = [option(field.label, field.name, field.help) for field in fields]
        here = str(place_of(self._interaction.channel, self._interaction.channel_id or 0).channel)
        return embed, view(
            menu(custom_id(FIELD, self._scope), "Change a setting …", choices),
            _scope_button("This channel", here if self._channel is None else self._scope, self._channel is not None),
            _scope_button("The whole server", SERVER, self._channel is None),
        )

    async def one_field(self, field: SettingField, problem: str = "") -> tuple[discord.Embed, ui.View]:
        """One setting: its meaning, its value, and how to change it."""
        settings, own = await self._state()
        lines = [escaping.discord(clean_lines(field.help)), "", f"Now: {_shown(settings, field)}"]
        if problem:
            lines.insert(0, f"⚠️ {escaping.discord(clean_lines(problem))}\n")
        embed = discord.Embed(title=f"{field.label} · {self._where()}", description="\n".join(lines))
        inherit = ui.Button[ui.View](
            label="Inherit", custom_id=custom_id(INHERIT, self._scope, field.name), disabled=field.name not in own
        )
        return embed, view(self._control(field, settings), inherit, _scope_button("Back", self._scope, False))

    def _control(self, field: SettingField, settings: DeskSettings) -> ui.Item[ui.View]:
        value = getattr(settings, field.name)
        name = custom_id(SET, self._scope, field.name)
        if field.choices:
            many = field.kind == "choices"
            chosen = set(value) if many else {value}
            options = [option(choice, choice, chosen=choice in chosen) for choice in field.choices]
            return menu(name, field.label, options, many=many)
        if field.name == CONFIGURERS:
            people = [
                discord.SelectDefaultValue(id=int(one), type=discord.SelectDefaultValueType.user)
                for one in value
                if one.isdigit()
            ]
            return ui.UserSelect(
                custom_id=name,
                placeholder=field.label,
                min_values=0,
                max_values=components.MAX_OPTIONS,
                default_values=[
                    discord.SelectDefaultValue(id=one.id, type=discord.SelectDefaultValueType.user) for one in people
                ],
            )
        return ui.Button(
            label="Change …", style=discord.ButtonStyle.primary, custom_id=custom_id(FORM, self._scope, field.name)
        )

    async def ask(self, field: SettingField) -> None:
        """Opens the form of a setting that is written rather than chosen."""
        settings, _own = await self._state()
        value = getattr(settings, field.name)
        is_list = field.kind == "list"
        written = "\n".join(value) if is_list else str(value)
        form = ui.Modal(title=field.label[:45], custom_id=custom_id(SET, self._scope, field.name))
        form.add_item(
            ui.Label(
                text="One per line" if is_list else field.label[:45],
                description=field.help[:100],
                component=ui.TextInput(
                    custom_id="value",
                    default=written[:LONGEST_VALUE],
                    style=discord.TextStyle.paragraph if is_list else discord.TextStyle.short,
                    required=False,
                    max_length=LONGEST_VALUE,
                ),
            )
        )
        form.stop()
        await self._interaction.response.send_modal(form)

    async def send(self, embed: discord.Embed, shown: ui.View) -> None:
        """Shows the panel for the first time, to this person alone."""
        await self._interaction.response.send_message(embed=embed, view=shown, ephemeral=True)

    async def edit(self, embed: discord.Embed, shown: ui.View) -> None:
        """Shows the panel in place of what was pressed."""
        await self._interaction.response.edit_message(content=None, embed=embed, view=shown)

    async def refuse(self, reason: NotAllowed | Failure) -> None:
        """Says why not."""
        text = reason.sentence() if isinstance(reason, Failure) else str(reason)
        await self._interaction.response.send_message(escaping.discord(text), ephemeral=True)

    async def _state(self) -> tuple[DeskSettings, Patch]:
        settings = await self._desk.settings_for(self._workspace, self._channel)
        async with self._desk.database.read() as connection:
            of_workspace, of_channel = await patches(connection, self._workspace, self._channel)
        return settings, of_workspace if self._channel is None else of_channel

    def _title(self) -> str:
        return f"Settings of {self._where()}"

    def _where(self) -> str:
        return "the whole server" if self._channel is None else "this channel"


def _scope_button(label: str, scope: str, disabled: bool) -> ui.Button[ui.View]:
    return ui.Button(label=label, custom_id=custom_id(SCOPE, scope), disabled=disabled)


def _shown(settings: DeskSettings, field: SettingField) -> str:
    value = getattr(settings, field.name)
    if field.name == CONFIGURERS:
        return ", ".join(f"<@{one}>" for one in value if one.isdigit())[:SHOWN_VALUE] or "admins only"
    text = ", ".join(value) if isinstance(value, list) else str(value)
    return escaping.discord(clean_lines(text)[:SHOWN_VALUE]) or "–"


def _chosen(interaction: Interaction) -> list[str]:
    """What was chosen in a menu."""
    data: Any = interaction.data or {}
    return [str(value) for value in data.get("values", ())]


def written(interaction: Interaction) -> str:
    """What was written in the one field of a form."""
    data: Any = interaction.data or {}
    found = [row.get("component") or (row.get("components") or [{}])[0] for row in data.get("components", ())]
    return str(found[0].get("value", "")) if found else ""


def _given(interaction: Interaction, field: SettingField) -> Any:
    """The new value of a setting, out of a menu or a form."""
    is_form = interaction.type is discord.InteractionType.modal_submit
    if field.kind == "list" and is_form:
        return [part for part in written(interaction).replace(",", " ").split() if part]
    if field.kind in ("choices", "list"):
        return _chosen(interaction)
    return written(interaction).strip() if is_form else _chosen(interaction)[0]
