"""Characters: what was printed, where the text holds other characters for it. In the order of a run:

`undo_entities` is in `entities`: characters as HTML names them.

The next three look for characters that most pages hold none of: `suspects` is one search for all of them.

- `undo_mojibake` is in `mojibake`: a line that was decoded with the wrong codec is decoded again, be it `utf8_as_latin`, `utf8_as_gb` or
  `chinese_as_latin` (`lost_bytes`, where some bytes are gone). What the three share is in `misread`: how bytes show, and how likely a
  decoding is.
- `drop_invisibles` is in `invisibles`: what prints nothing, and the ends of lines.
- `fold_compatibility_forms` is in `forms`: second forms of a character.

`undo_font_shift` is in `font_shift`: marks and letters of Founder fonts (`founder`) that show as Han characters. It puts back what no honest text
holds; what is left, `shifted_fonts` decides for a stretch of text at once:

- `shift_suspects` tells of each character that such a font could have made what may have been printed, and the company that either reading keeps.
- `shift_evidence` and `shift_setting` weigh the two by the characters beside and by the rules of setting type.
- `shift_states` finds the likeliest path: which of a text's fonts are shifted where.
"""
