"""The tool's commands and options, for tests of what pages say about them."""

import click


def commands_of(command):
    """Return the commands of a group by name; of any other, none."""
    if not isinstance(command, click.Group):
        return {}
    context = click.Context(command)
    return {name: command.get_command(context, name) for name in command.list_commands(context)}


def options_of(command):
    """Return every option that a command takes, and each command below it."""
    own = {name for parameter in command.params for name in parameter.opts}
    return own.union(*map(options_of, commands_of(command).values()))
