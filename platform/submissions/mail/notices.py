"""The words of the e-mails. They say that something happened and where to read it; nothing of the story."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from submissions.states import Status


@dataclass(frozen=True, slots=True)
class Notice:
    """What an e-mail says.

    Attributes:
        kind: Its part of the key of the e-mail.
        subject: One line.
        text: What happened, and what the reader can do.
        link: What stands before the address.
    """

    kind: str
    subject: str | Promise
    text: str | Promise
    link: str | Promise


_SEE = _("See where it stands:")
_DO = _("Go to the submission:")

# To the submitter, for each state that a submission can get.
STEPS: dict[Status, Notice] = {
    Status.CONCEPT: Notice(
        "concept",
        _("Your story is a draft again"),
        _("Your story was taken up as a draft again. The editors do not see it until you send it in."),
        _("Go on with it here:"),
    ),
    Status.SENT: Notice(
        "sent",
        _("We have received your story"),
        _("Your story is with the editors. You get an e-mail as soon as something happens."),
        _SEE,
    ),
    Status.IN_REVIEW: Notice(
        "in-review",
        _("Your story is being checked"),
        _("An editor is checking your story. Two people read it before it is published."),
        _SEE,
    ),
    Status.QUESTION: Notice(
        "question",
        _("The editors have a question about your story"),
        _("The editors ask you something about your story. It goes on when you have answered."),
        _("Read the question and answer it:"),
    ),
    Status.PUBLISHED: Notice(
        "published",
        _("Your story is on the site"),
        _("Your story is published. Thank you: others can learn from it now."),
        _("See your story, propose a change or withdraw it:"),
    ),
    Status.REJECTED: Notice(
        "rejected",
        _("Your story was not accepted"),
        _("The editors did not accept your story. They wrote why. You can change it and send it in again."),
        _("Read why:"),
    ),
    Status.WITHDRAWN: Notice(
        "withdrawn",
        _("Your story was withdrawn"),
        _("Your story was withdrawn. It is not on the site any more, or does not get there."),
        _SEE,
    ),
}
RELEASED = Notice(
    "released",
    _("Your story waits for an editor"),
    _("The editor who was checking your story leaves it to a colleague. You need not do anything."),
    _SEE,
)
MESSAGE = Notice(
    "message",
    _("The editors wrote you a message"),
    _("There is a new message from the editors about your story."),
    _("Read the message:"),
)

# To the editors.
ARRIVED = Notice(
    "arrived",
    _("A submission waits for a check"),
    _("A municipality sent in a story, or a change of one."),
    _DO,
)
ANSWERED = Notice(
    "answered",
    _("A question about a submission is answered"),
    _("The submitter answered the question of the editors."),
    _DO,
)
SECOND_CHECK = Notice(
    "second-check",
    _("A submission waits for its privacy check"),
    _("The content of a submission is checked. Now a second person checks that nobody can be recognised."),
    _DO,
)
TO_EDITORS = Notice(
    "to-editors",
    _("There is a message about a submission"),
    _("A submitter wrote something to the editors."),
    _DO,
)
