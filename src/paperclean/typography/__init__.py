"""Signs and spaces, judged once lines are whole. A module a step, in the order of a run:

- `justification`: `undo_justification`, before lines are joined: filled up with blanks they look like rows of a table.
- `brackets`: `balance_brackets`, brackets and quotation marks whose other half is of another form.
- `quotes`: `fold_straight_quotes` of simplified Chinese text.
- `widths`: `fold_widths`, letters and marks as wide as the text around them.
- `spaces`: `drop_han_spaces`. Where a page is full of spaces it runs before the lines are joined, too.
- `punctuation`: `fold_punctuation`, dashes, ellipses and interpuncts in their standard form.
"""
