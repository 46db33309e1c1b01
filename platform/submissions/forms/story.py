"""The questions about the story itself, a form a step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from examples.models import BlockingRule, ExamplePage, LifeDomain, Partner, TargetGroup
from submissions.forms.base import StepForm, WholeNumberField, line, text
from submissions.place import advised_choice
from submissions.story import note_name

LONGEST_SUMMARY = 400
FIRST_YEAR, LAST_YEAR = 1980, 2100


def terms(vocabulary: Any, language: str) -> list[tuple[str, str]]:
    """The terms of a vocabulary in a language, as choices."""
    found = vocabulary.objects.filter(locale__language_code=language)
    if vocabulary is BlockingRule:
        found = found.filter(lapsed_on=None)
    return [(term.slug, str(term)) for term in found]


def ticks(label: Any, help_text: Any, required: bool = False) -> forms.MultipleChoiceField:
    """A question with boxes to tick; the choices come with the submission."""
    return forms.MultipleChoiceField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one.")},
    )


class SituationForm(StepForm):
    """What was going on."""

    title = line(
        gettext_lazy("Title"),
        gettext_lazy("Say what was solved, in at most ten words. Name no resident."),
        required=True,
    )
    situation = text(
        gettext_lazy("What was going on?"),
        gettext_lazy(
            "Who needed what, and why did that not come about? Leave out what could identify somebody."
        ),
        rows=10,
        required=True,
    )
    year = WholeNumberField(
        label=gettext_lazy("Year"),
        help_text=gettext_lazy("The year in which the solution was found, in four figures."),
        required=False,
        low=FIRST_YEAR,
        high=LAST_YEAR,
        example=2026,
    )
    municipality_display = forms.ChoiceField(
        label=gettext_lazy("What readers see of the place"),
        help_text=gettext_lazy(
            "Our advice follows the number of residents and what is unusual in your story. You may choose."
        ),
        required=False,
    )

    def add_fields(self) -> None:
        """What is advised for this story stands first."""
        choices = [("", advised_choice(self.submission)), *ExamplePage.Display.choices]
        self.fields["municipality_display"].choices = choices  # type: ignore[attr-defined]


class BlockedForm(StepForm):
    """What blocked."""

    what_blocked = text(
        gettext_lazy("On what did the ordinary way run aground?"),
        gettext_lazy("Which rule, agreement or habit stood in the way? And who applied it?"),
        rows=8,
        required=True,
    )
    rules = ticks(
        gettext_lazy("Which rules blocked?"),
        gettext_lazy("Choose what fits, or describe the rule below the list."),
        required=True,
    )
    caveat = text(
        gettext_lazy("Is the rule not in the list? Describe it"),
        gettext_lazy("Readers see this as “still to be checked” until an editor has found the rule."),
        rows=3,
    )

    def add_fields(self) -> None:
        """The rules of the language of the story."""
        self.fields["rules"].choices = terms(BlockingRule, self.submission.language)  # type: ignore[attr-defined]
        self.fields["rules"].error_messages["required"] = _("Choose a rule, or describe it below the list.")

    def clean(self) -> dict[str, Any]:
        """A rule is named or described."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("caveat") and self.has_error("rules", "required"):
            del self.errors["rules"]
        return cleaned


class SolutionForm(StepForm):
    """What was done instead."""

    solution = text(
        gettext_lazy("What was done instead?"),
        gettext_lazy("Who did what, and what made it possible?"),
        rows=8,
        required=True,
    )
    outcome = forms.ChoiceField(
        label=gettext_lazy("How far did it come?"),
        choices=[("", gettext_lazy("Not chosen yet")), *ExamplePage.Outcome.choices],
        required=False,
    )
    result = text(gettext_lazy("What is better now for the resident?"), rows=4)
    summary = text(
        gettext_lazy("Summary"),
        gettext_lazy("Two or three plain sentences: what blocked, what was done. At most 400 characters."),
        rows=3,
        required=True,
        max_length=LONGEST_SUMMARY,
    )
    conditions = text(gettext_lazy("What must be in place first?"), gettext_lazy("One item a line."), rows=3)
    steps = text(
        gettext_lazy("Which steps does a colleague take?"),
        gettext_lazy("In the right order, one item a line."),
        rows=4,
    )
    pitfalls = text(gettext_lazy("What often goes wrong?"), gettext_lazy("One item a line."), rows=3)
    follow_up = text(gettext_lazy("What happened afterwards?"), rows=3)
    structural_change = text(
        gettext_lazy("What changed for good?"),
        gettext_lazy("Which agreement or rule has changed, so that it blocks no longer?"),
        rows=3,
    )


class ArgumentForm(StepForm):
    """Why it was legitimate: the three blocks, and the room in each rule."""

    legitimacy = text(
        gettext_lazy("Legitimacy: why was it lawful and fair?"),
        gettext_lazy(
            "Which law, ordinance or clause left room? Who decided, and why may that person? Would you do "
            "the same for others in this situation?"
        ),
        required=True,
    )
    societal_return = text(
        gettext_lazy("Societal return: what does it save, and for whom?"),
        gettext_lazy(
            "What would have happened otherwise? What does that cost, in money and in misery? Who notices?"
        ),
        required=True,
    )
    involvement = text(
        gettext_lazy("Involvement: what does the resident want and do?"),
        gettext_lazy(
            "What did the resident want themselves? What did they do for it? Did they agree to the solution?"
        ),
        required=True,
    )

    def add_fields(self) -> None:
        """Two notes on each rule that was chosen."""
        chosen = set(self.submission.answer("rules", []))
        for slug, label in terms(BlockingRule, self.submission.language):
            if slug not in chosen:
                continue
            how = _("How did “%(rule)s” block?") % {"rule": label}
            room = _("Which room in “%(rule)s” did you use?") % {"rule": label}
            self.fields[note_name(slug, "how_blocked")] = text(how, rows=2)
            self.fields[note_name(slug, "room_used")] = text(room, rows=2)


class MoneyForm(StepForm):
    """Who pays and who saves."""

    cost = WholeNumberField(label=gettext_lazy("What did the solution cost, in euros?"), required=False)
    cost_note = line(
        gettext_lazy("What kind of amount is that?"), gettext_lazy("Once, a month, or an estimate.")
    )
    who_pays = line(gettext_lazy("Who pays?"), gettext_lazy("Which organisation paid for the solution?"))
    avoided_cost_min = WholeNumberField(
        label=gettext_lazy("What was avoided, at least?"),
        help_text=gettext_lazy("In euros. The lowest amount that is likely."),
        required=False,
    )
    avoided_cost_max = WholeNumberField(
        label=gettext_lazy("What was avoided, at most?"),
        help_text=gettext_lazy("In euros. The highest amount that is likely."),
        required=False,
    )
    avoided_cost_basis = text(
        gettext_lazy("Where do these amounts come from?"),
        gettext_lazy("Name the source or the calculation. Without a basis nobody can use the amounts."),
        rows=3,
    )
    who_saves = line(
        gettext_lazy("Who saves?"), gettext_lazy("Which organisation spends less because of it?")
    )

    def clean(self) -> dict[str, Any]:
        """A range that runs the right way, with its basis."""
        cleaned: dict[str, Any] = super().clean() or {}
        low, high = cleaned.get("avoided_cost_min"), cleaned.get("avoided_cost_max")
        if low is not None and high is not None and low > high:
            self.add_error(
                "avoided_cost_max", _("Give an amount that is not lower than the least avoided cost.")
            )
        if (low is not None or high is not None) and not cleaned.get("avoided_cost_basis"):
            self.add_error("avoided_cost_basis", _("Say what the amounts are based on."))
        return cleaned


class TagsForm(StepForm):
    """How the story is found."""

    life_domains = ticks(
        gettext_lazy("Life domains"), gettext_lazy("In which parts of life did it play?"), required=True
    )
    target_groups = ticks(
        gettext_lazy("Target groups"),
        gettext_lazy("Choose the widest group that still makes the story understandable."),
    )
    partners = ticks(
        gettext_lazy("Partners"),
        gettext_lazy("Who worked on the solution? Kinds of organisations, no names of people."),
    )

    def add_fields(self) -> None:
        """The terms of the language of the story."""
        vocabularies = {"life_domains": LifeDomain, "target_groups": TargetGroup, "partners": Partner}
        for name, vocabulary in vocabularies.items():
            self.fields[name].choices = terms(vocabulary, self.submission.language)  # type: ignore[attr-defined]


class SendForm(StepForm):
    """Who stands behind it. The statement itself is ticked when it is sent, and not saved before."""

    stated_role = line(
        gettext_lazy("Your function"),
        gettext_lazy("For example: social worker, policy adviser. Readers do not see this."),
        required=True,
        max_length=120,
    )
    contact = forms.EmailField(
        label=gettext_lazy("Mailbox of your team"),
        help_text=gettext_lazy(
            "Colleagues elsewhere can ask questions there. A shared mailbox, never that of a person."
        ),
        required=False,
    )

    def clean_contact(self) -> str:
        """A mailbox that is not the person's own."""
        contact = str(self.cleaned_data["contact"])
        owner = self.submission.owner
        if owner and contact.casefold() == owner.email.casefold():
            raise ValidationError(
                _("This is your own address. Give a mailbox of your team, or leave it empty.")
            )
        return contact
