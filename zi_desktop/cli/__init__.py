"""The second front end: the same verbs as the window, for bulk work and for checks from outside."""
