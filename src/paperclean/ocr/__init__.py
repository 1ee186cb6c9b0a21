"""Words that OCR misread.

`correct_ocr` is in `correction`: what unknown words of a page were printed as, and whether the page is so badly read that this is
believed. `readings` tells of one word which known words it may have been, by the letters that are taken for each other
(`misreadings`), by how common the words are (`statistics.lexicon`), and by what is only spelled otherwise (`spellings`).
"""
