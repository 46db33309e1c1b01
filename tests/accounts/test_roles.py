"""What each role may do: exactly this, as the migrations make it."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from examples.models import ExampleIndexPage
from tests.accounts.people import ROLES, person
from tests.examples.stories import make_story

VOCABULARIES = ("blockingrule", "law", "lifedomain", "municipality", "partner", "targetgroup")
EVERYONE = {
    "access_admin",
    "add_cannedanswer",
    "change_cannedanswer",
    "review_submission",
    "submit_translation",
    "view_storyreport",
}
KEEPS_VOCABULARIES = {f"{action}_{model}" for action in ("add", "change") for model in VOCABULARIES}
# Concepts of the thesaurus are switched off, never deleted: stories and other concepts refer to them.
STEERS_THE_SEARCH = {"add_thesaurusconcept", "change_thesaurusconcept"} | {
    f"{action}_steeredresult" for action in ("add", "change", "delete")
}
MODERATOR = (
    EVERYONE
    | KEEPS_VOCABULARIES
    | STEERS_THE_SEARCH
    | {"change_storyreport", "decide_submission", "delete_cannedanswer", "unpublish_examplepage"}
)
ADMINISTRATOR = (
    MODERATOR
    | {"change_indexchange", "change_outgoingmail", "erase_examplepage", "view_auditentry"}
    | {f"{action}_{model}" for action in ("add", "change", "delete") for model in ("user", "redirect")}
    | {
        f"{action}_{model}"
        for action in ("add", "change", "delete", "view")
        for model in ("municipalitydomain", "membership")
    }
    # Requests are made by who asks; administrators answer them.
    | {"change_membershiprequest", "view_membershiprequest"}
)
PERMISSIONS = {"Redacteur": EVERYONE, "Moderator": MODERATOR, "Beheerder": ADMINISTRATOR}
PAGES = {
    "Redacteur": {"add_page", "change_page"},
    "Moderator": {"add_page", "change_page", "lock_page", "unlock_page"},
    "Beheerder": {
        "add_page",
        "bulk_delete_page",
        "change_page",
        "lock_page",
        "publish_page",
        "unlock_page",
    },
}
FILES = {f"{action}_{model}" for action in ("add", "change", "choose") for model in ("image", "document")}

# May: on a live story, on a draft.
MATRIX = {
    "can_edit": {"Redacteur": (1, 1), "Moderator": (1, 1), "Beheerder": (1, 1)},
    "can_publish": {"Redacteur": (0, 0), "Moderator": (0, 0), "Beheerder": (1, 1)},
    "can_unpublish": {"Redacteur": (0, 0), "Moderator": (1, 0), "Beheerder": (1, 0)},
    "can_submit_for_moderation": {"Redacteur": (1, 1), "Moderator": (1, 1), "Beheerder": (1, 1)},
    "can_delete": {"Redacteur": (0, 1), "Moderator": (0, 1), "Beheerder": (1, 1)},
    "can_move": {"Redacteur": (0, 1), "Moderator": (0, 1), "Beheerder": (1, 1)},
    "can_lock": {"Redacteur": (0, 0), "Moderator": (1, 1), "Beheerder": (1, 1)},
    "can_unlock": {"Redacteur": (0, 0), "Moderator": (1, 1), "Beheerder": (1, 1)},
    "can_copy": {"Redacteur": (1, 1), "Moderator": (1, 1), "Beheerder": (1, 1)},
    "can_set_view_restrictions": {"Redacteur": (0, 0), "Moderator": (0, 0), "Beheerder": (1, 1)},
    "can_unschedule": {"Redacteur": (0, 0), "Moderator": (0, 0), "Beheerder": (1, 1)},
}


@pytest.mark.django_db
@pytest.mark.parametrize("role", ROLES)
def test_a_role_has_exactly_its_permissions(role: str) -> None:
    group = Group.objects.get(name=role)
    assert set(group.permissions.values_list("codename", flat=True)) == PERMISSIONS[role]
    pages = GroupPagePermission.objects.filter(group=group)
    assert {(row.page.depth, row.permission.codename) for row in pages} == {(1, name) for name in PAGES[role]}
    files = GroupCollectionPermission.objects.filter(group=group)
    assert set(files.values_list("permission__codename", flat=True)) == FILES


@pytest.mark.django_db
def test_there_are_no_other_roles() -> None:
    assert set(Group.objects.values_list("name", flat=True)) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_what_a_role_may_do_with_a_story(tree: None, role: str) -> None:
    user = person(role)
    stories = (make_story("zichtbaar"), make_story("concept", live=False))
    may = {
        name: tuple(int(getattr(story.permissions_for_user(user), name)()) for story in stories)
        for name in MATRIX
    }
    assert may == {name: row[role] for name, row in MATRIX.items()}
    index = ExampleIndexPage.objects.get(locale__language_code="nl")
    assert index.permissions_for_user(user).can_add_subpage()
    assert index.permissions_for_user(user).can_publish_subpage() == (role == "Beheerder")


def test_a_moderator_withdraws_a_story_that_is_not_locked_by_another(tree: None) -> None:
    moderator, other = person("Moderator"), person("Moderator", "ander")
    story = make_story("zichtbaar")
    story.locked, story.locked_by = True, other
    story.save()
    assert not story.permissions_for_user(moderator).can_unpublish()
    assert story.permissions_for_user(other).can_unpublish()
