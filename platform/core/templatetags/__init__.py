"""Template tags of the shared components."""
