"""The roles: editor, moderator, administrator."""

from django.db import migrations

from accounts.grants import permission

STORY_MODELS = ("blockingrule", "law", "lifedomain", "municipality", "partner", "targetgroup")
# Which permissions on the pages of the whole site each role has.
PAGE_PERMISSIONS = {
    "Redacteur": ("add", "change"),
    "Moderator": ("add", "change", "publish", "lock", "unlock"),
    "Beheerder": ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
}
MANAGES_VOCABULARIES = ("Moderator", "Beheerder")


def make_roles(apps, schema_editor):
    Group = apps.get_model("auth.Group")
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    collection = apps.get_model("wagtailcore.Collection").objects.get(depth=1)
    for name, actions in PAGE_PERMISSIONS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.add(permission(apps, "wagtailadmin", "admin", "access_admin"))
        group.permissions.add(permission(apps, "wagtail_localize", "translation", "submit_translation"))
        for action in actions:
            apps.get_model("wagtailcore.GroupPagePermission").objects.get_or_create(
                group=group, page=root, permission=permission(apps, "wagtailcore", "page", f"{action}_page")
            )
        for model in ("picture", "storydocument"):
            for action in ("add", "change", "choose"):
                apps.get_model("wagtailcore.GroupCollectionPermission").objects.get_or_create(
                    group=group,
                    collection=collection,
                    permission=permission(apps, "examples", model, f"{action}_{model}"),
                )
        if name in MANAGES_VOCABULARIES:
            for model in STORY_MODELS:
                for action in ("add", "change"):
                    group.permissions.add(permission(apps, "examples", model, f"{action}_{model}"))
    beheerder = Group.objects.get(name="Beheerder")
    for action in ("add", "change", "delete"):
        beheerder.permissions.add(permission(apps, "accounts", "user", f"{action}_user"))
        beheerder.permissions.add(permission(apps, "wagtailredirects", "redirect", f"{action}_redirect"))


def remove_roles(apps, schema_editor):
    apps.get_model("auth.Group").objects.filter(name__in=PAGE_PERMISSIONS).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("examples", "0001_initial"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0086_populate_grouppagepermission_permission"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtailredirects", "0001_initial"),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
