"""Moderators publish through the workflow alone; they may still withdraw a story at once."""

from django.db import migrations

from accounts.grants import permission

WITHDRAW = ("Moderator", "Beheerder")


def change_roles(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    apps.get_model("wagtailcore.GroupPagePermission").objects.filter(
        group__name="Moderator", permission__codename="publish_page"
    ).delete()
    for group in Group.objects.filter(name__in=WITHDRAW):
        group.permissions.add(permission(apps, "examples", "examplepage", "unpublish_examplepage"))


def restore_roles(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    unpublish = permission(apps, "examples", "examplepage", "unpublish_examplepage")
    for group in Group.objects.filter(name__in=WITHDRAW):
        group.permissions.remove(unpublish)
    for group in Group.objects.filter(name="Moderator"):
        apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
            group=group,
            page=apps.get_model("wagtailcore.Page").objects.get(depth=1),
            permission=permission(apps, "wagtailcore", "page", "publish_page"),
        )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_roles"), ("examples", "0003_workflow")]

    operations = [migrations.RunPython(change_roles, restore_roles)]
