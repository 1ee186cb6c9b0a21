"""Counts of text: how strongly characters and words call for each other."""
