"""The first check of a story asks what stands in the way of approving, as the second does."""

from django.db import migrations


def replace(apps, old_app, old_model, new_app, new_model):
    """In workflows with a privacy check, put a task of another kind in the place of the check of the content."""
    content_types = apps.get_model("contenttypes.ContentType").objects
    WorkflowTask = apps.get_model("wagtailcore.WorkflowTask")
    privacy = content_types.filter(app_label="examples", model="privacychecktask")
    workflows = WorkflowTask.objects.filter(task__content_type__in=privacy).values("workflow")
    new_type, _ = content_types.get_or_create(app_label=new_app, model=new_model)
    old_type = content_types.filter(app_label=old_app, model=old_model)
    for step in WorkflowTask.objects.filter(workflow__in=workflows, task__content_type__in=old_type):
        old = apps.get_model(old_app, old_model).objects.get(pk=step.task_id)
        new = apps.get_model(new_app, new_model).objects.create(
            name=old.name, active=True, content_type=new_type
        )
        new.groups.set(old.groups.all())
        step.task_id = new.pk
        step.save()
        # What waits for the old task can still be approved; nothing new comes to it.
        old.active = False
        old.save()


def forward(apps, schema_editor):
    replace(apps, "wagtailcore", "groupapprovaltask", "examples", "contentchecktask")


def backward(apps, schema_editor):
    replace(apps, "examples", "contentchecktask", "wagtailcore", "groupapprovaltask")


class Migration(migrations.Migration):
    dependencies = [("examples", "0011_content_check")]

    operations = [migrations.RunPython(forward, backward)]
