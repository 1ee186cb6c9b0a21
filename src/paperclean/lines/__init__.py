"""Lines: words that the line end divides, and paragraphs that the column broke into lines. In the order of reading:

`join_hyphenated_words` is in `hyphens`. It finds `marked_line_ends`, and where no hyphen is to be seen those that another sign
ends (`misread_hyphens`; `hyphen_signs`, where an engine read all hyphens so), that lost theirs (`lost_hyphens`) or became a space
(`lost_line_ends`, `spaces_within`), and nothing in `rows_of_columns`. It asks `division`, which knows
the `compounds` of a language and the text's `own_words`, whether the mark
goes or stays, and moves one part of the word across the line end (`moved_parts`).

`join_wrapped_lines` is in `wraps`. It takes a text apart into `printed` lines, which know their `indents`, and asks of them which are `going_on`:

- `stretches` are `runs` of lines that a column may have broken; rows of tables are told by their `shapes` and by `wide_blanks`, and
  `source_code` is left alone.
- `measures` makes numbers of a stretch: how wide its lines are (`chinese`; `typefaces`, `divided_widths` and lines put `together` for Latin script), how they end
  and open (`chinese`, `latin`), and what else tells of a break, in `chinese_evidence` and `latin_evidence`. Both know items by their
  `series` or by `bullets`, entries (`chinese_entries`, `latin_labels`; `ragged_rows` of Latin script), and lines that stand by themselves
  (`chinese_set_apart`, `latin_set_apart`): bylines (`chinese_bylines`, `latin_bylines`), `jump_lines`, `letters_to_editors`, `notices`.
- `paragraph_marks` tells what blank lines, indents and `page_numbers` tell of breaks, and what a mark that is missing.
- `roles` decides which role each line has in its paragraph: it finds the columns (`column_widths`, from the `full_widths` of a few lines), how
  well each line `fits` its column, what widths tell of breaks (`width_evidence`), how ill characters go on (`association`) and how many
  `sentence_ends` close a paragraph. What compositors do, as rates, is in `habits`.
- What only looks like a column is left alone: `lists`, headlines that are `piled`, `verse`.
- `joint` tells what stands between two lines that are joined; nothing behind large `initials`.
"""
