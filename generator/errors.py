"""What stops a run altogether: wrong use or a broken environment, never a fault in content."""


class GeneratorError(Exception):
    """A run cannot go on. `message` says why and `next_step` what to do; both for people."""

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(f"{message} {next_step}")
        self.message = message
        self.next_step = next_step
