"""How good the order of results is: measures, judgments and the systems that are compared."""
