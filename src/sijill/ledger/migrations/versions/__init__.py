"""One migration a form, in order."""
