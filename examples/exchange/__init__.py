"""Stories in and out as YAML."""
