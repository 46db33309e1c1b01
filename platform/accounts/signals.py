"""What other rooms are told of a person's account."""

from django.dispatch import Signal

# Somebody asks for all that the site keeps of them. Receivers get `user` and return a dict: the name of a
# part, and what JSON can hold.
personal_data_asked = Signal()
