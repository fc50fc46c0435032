"""The verbs: each change of data is one function, one transaction, logged, returning what changed."""
