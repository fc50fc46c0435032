"""What attached files are and show, read from their content and never from their names. Pillow's one home."""
