"""The one exception that the commands turn into a sentence and an exit code."""


class LocalError(Exception):
    """A fault that the reader of the message can mend: what is wrong and, where there is one, the command that helps."""

    def __init__(self, message, remedy=None, status=1):
        super().__init__(message)
        self.remedy = remedy
        self.status = status

    def __str__(self):
        message = super().__str__()
        return message if self.remedy is None else "%s\n  %s" % (message, self.remedy)


class PartMissing(LocalError):
    """A part that this machine lacks, with the one command that brings it."""

    def __init__(self, message, remedy):
        super().__init__(message, "bring it with: " + remedy, status=3)
