"""Sijill's own exceptions: every message names the input, what is wrong and what to do about it."""


class SijillError(Exception):
    """Anything that Sijill refuses; its text is shown to people as it stands, without a traceback."""


class InputError(SijillError):
    """A report that cannot be read: empty, binary, too large, of an unknown form."""


class FaultError(InputError):
    """A report that is well, and at which Sijill itself failed."""


class RegisterError(SijillError):
    """A register that cannot be opened, written or found, or that a newer version made."""


class OlderFormError(RegisterError):
    """A register that an older version made, opened so that it cannot be brought to the newest form."""


class NotFoundError(SijillError):
    """An id that names nothing in the register, or more than one thing."""


class DataError(SijillError):
    """A list or table shipped with Sijill, or edited by a person, that breaks its schema."""


class UsageError(SijillError):
    """Options that contradict each other or name a value that is not known."""
