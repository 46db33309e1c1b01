"""Reports about stories; stories that go offline at once or are erased for good; what grows too old."""
