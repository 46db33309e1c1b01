"""What others may follow of submissions."""

from django.dispatch import Signal

# A submission took a step. Sent within its transaction: what a receiver writes is kept with it or not at all.
# Provides: submission, event (SubmissionEvent).
moved = Signal()

# Something was said about a submission, also within its transaction. Provides: submission, message (Message).
said = Signal()
