"""The forms of the steps, and the small ones around them."""
