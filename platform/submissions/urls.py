"""Addresses of submissions, in the words of each language; nothing keeps their pages or finds them."""

from __future__ import annotations

from django.urls import path
from django.utils.translation import pgettext_lazy
from wagtail.utils.urlpatterns import decorate_urlpatterns

from accounts.private import private
from submissions import counting
from submissions.views import begin, fragments, status, step

app_name = "submissions"
urlpatterns = decorate_urlpatterns(
    [
        path(pgettext_lazy("address", "submissions/"), begin.overview, name="overview"),
        path(pgettext_lazy("address", "submissions/new/"), begin.begin, name="begin"),
        path(pgettext_lazy("address", "submissions/<uuid:public_id>/"), status.status, name="status"),
        path(
            pgettext_lazy("address", "submissions/<uuid:public_id>/step/<slug:slug>/"), step.step, name="step"
        ),
        path(
            pgettext_lazy("address", "submissions/read/<int:page_id>/"),
            fragments.used,
            {"what": counting.READ},
            name="read",
        ),
        path(
            pgettext_lazy("address", "submissions/copied/<int:page_id>/"),
            fragments.used,
            {"what": counting.COPIED},
            name="copied",
        ),
        path(
            pgettext_lazy("address", "submissions/<uuid:public_id>/similar/"), fragments.alike, name="alike"
        ),
        path(pgettext_lazy("address", "submissions/<uuid:public_id>/message/"), status.write, name="write"),
        path(
            pgettext_lazy("address", "submissions/<uuid:public_id>/withdraw/"),
            status.withdraw,
            name="withdraw",
        ),
        path(pgettext_lazy("address", "submissions/<uuid:public_id>/reopen/"), status.reopen, name="reopen"),
        path(
            pgettext_lazy("address", "submissions/<uuid:public_id>/update/"), status.propose, name="propose"
        ),
    ],
    private,
)
