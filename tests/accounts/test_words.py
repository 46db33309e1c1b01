"""What the account says in words: of passwords that do not do, and of devices."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import override

from accounts.devices import device_name
from accounts.models import User

CHROME = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36"
)
EDGE = f"{CHROME.replace('X11; Linux x86_64', 'Windows NT 10.0; Win64; x64')} Edg/156.0.0.0"
IPHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
    " Version/19.0 Mobile/15E148 Safari/604.1"
)


@pytest.mark.parametrize(
    ("password", "text"),
    [
        ("zes-zeven", "Dit wachtwoord is te kort. Gebruik minstens 12 tekens."),
        ("739182640518", "Dit wachtwoord bestaat alleen uit cijfers. Gebruik ook letters."),
        ("qwerty123456", "Veel mensen gebruiken dit wachtwoord: het is makkelijk te raden. Kies een ander."),
        ("an.jansen@leeuwarden", "Dit wachtwoord lijkt te veel op je naam of e-mailadres."),
    ],
)
def test_a_form_says_in_dutch_what_is_wrong_with_a_password(password: str, text: str) -> None:
    with override("nl"), pytest.raises(ValidationError) as refused:
        validate_password(password, User(email="an.jansen@leeuwarden.example"))
    assert refused.value.messages == [text]


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        (CHROME, "Chrome op Linux"),
        (EDGE, "Edge op Windows"),
        (IPHONE, "Safari op iPhone"),
        ("Firefox/1", "Firefox"),
        ("curl/8", "een onbekende browser"),
        ("", "een onbekende browser"),
    ],
)
def test_a_device_has_the_name_that_people_know(user_agent: str, name: str) -> None:
    with override("nl"):
        assert device_name(user_agent) == name
