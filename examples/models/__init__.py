"""Models of the case stories, by subject."""

from examples.models.anonymity import AnonymityDecision
from examples.models.media import Picture, PictureRendition, StoryDocument
from examples.models.places import Municipality, Province
from examples.models.rules import BlockingRule, Law, RuleLaw, RuleLifeDomain
from examples.models.story import ExampleIndexPage, ExamplePage
from examples.models.tags import ExampleLifeDomain, ExamplePartner, ExampleRule, ExampleTargetGroup
from examples.models.takedown import StoryReport, Withdrawal
from examples.models.terms import LifeDomain, Partner, TargetGroup
from examples.models.workflow import ContentCheckTask, PrivacyCheckTask

__all__ = [
    "AnonymityDecision",
    "BlockingRule",
    "ContentCheckTask",
    "ExampleIndexPage",
    "ExampleLifeDomain",
    "ExamplePage",
    "ExamplePartner",
    "ExampleRule",
    "ExampleTargetGroup",
    "Law",
    "LifeDomain",
    "Municipality",
    "Partner",
    "Picture",
    "PictureRendition",
    "PrivacyCheckTask",
    "Province",
    "RuleLaw",
    "RuleLifeDomain",
    "StoryDocument",
    "StoryReport",
    "TargetGroup",
    "Withdrawal",
]
