"""The default workflow: content check, then a privacy check by a second person, then publication."""

from django.db import migrations

NAME = "Controle van verhalen"


def make_workflow(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Workflow = apps.get_model("wagtailcore.Workflow")
    WorkflowPage = apps.get_model("wagtailcore.WorkflowPage")
    groups = apps.get_model("auth.Group").objects.filter(name__in=["Moderator", "Beheerder"])
    root = apps.get_model("wagtailcore.Page").objects.get(depth=1)
    WorkflowPage.objects.all().delete()
    Workflow.objects.filter(name="Moderators approval").update(active=False)
    workflow = Workflow.objects.create(name=NAME, active=True)
    for order, (app_label, model, name) in enumerate(
        (
            ("wagtailcore", "GroupApprovalTask", "Inhoud controleren"),
            ("examples", "PrivacyCheckTask", "Privacy controleren (tweede persoon)"),
        )
    ):
        content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model.lower())
        task = apps.get_model(app_label, model).objects.create(
            name=name, active=True, content_type=content_type
        )
        task.groups.set(groups)
        apps.get_model("wagtailcore.WorkflowTask").objects.create(
            workflow=workflow, task_id=task.pk, sort_order=order
        )
    WorkflowPage.objects.create(workflow=workflow, page=root)


def remove_workflow(apps, schema_editor):
    apps.get_model("wagtailcore.Workflow").objects.filter(name=NAME).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("examples", "0002_privacy_check"),
        ("accounts", "0002_roles"),
        ("wagtailcore", "0086_populate_grouppagepermission_permission"),
    ]

    operations = [migrations.RunPython(make_workflow, remove_workflow)]
