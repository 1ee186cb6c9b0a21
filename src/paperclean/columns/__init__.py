"""Columns: lines of a page put back in reading order. The modules, as one reads on:

`split_columns` and `find_columns` are in `side_by_side`: columns printed beside each other on one text line.

- `rows` are a page's words in cells (`tabs` lead to some), on the `grid` where starts of lines cohere best; `letters` tells how wide they are in print. Where lines
  are `justified`, filled up with blanks, only the wider gaps can be gutters.
- Rows of `tables` among the columns are one word each from then on, so that they are neither cut nor tell of edges.
- `layout` finds which words of a row belong to which column: `edges` are the places where lines keep starting, `measure` tells how many columns
  lie between two of them and how long their full lines are, `cuts` finds the cheapest way to cut a row, by what its `gaps` and the lengths of its
  lines (`costs`) tell and then by how words go on in each other (`sequels`, `page_pairs`) and which columns are due a line (`rhythm`).
  Where a mark is `hung` out of a Chinese column, its gutter is filled.
- The `head` of a page is cut at wide gaps only. Columns `inferred` from the length of lines alone may prove to be none.
- `evidence` decides whether they are columns of running text at all; tables, lists and prose with wide gaps are left alone.
- `order` puts lines together into blocks and these into reading order, within `bands` that blank lines part and articles set in rectangles
  (`modules`); `interruptions` of a sentence, captions and headlines, are put beside it.

`drop_column_rules` is in `drawn_rules`: what is drawn between columns is dropped before they are split.

`deinterleave_columns` is in `taking_turns`: columns that take turns, a text line each.

- `pieces` cuts the rows of Chinese pages that hold a line of each column; in `row_blocks` some blocks of a page hold such rows, and
  each is put in order by itself.
- `line_order` tells the order in which lines are to be read: `doubts` is a cheap look at what cannot stand in order, `turns` the test of it.
- `links` tells how well a line goes on after another (`han_links`, `latin_links`, with `page_pairs` and, for what lines are about, `topics`).
- `parting` shares the lines out to `chains`, a column each: those that keep their turns by the search `in_turn`, from the top and
  from the foot, the better of both at each of their `seams`; others `by_height`, where the `lattice` keeps all that either has seen.

`cut_fused_rows` is in `fused`: columns on one line with the gutters lost. It stands in no default pipeline.

- `fused_han` cuts two columns of Chinese; `fused_latin` counts and measures columns of Latin script, lays the page out with
  gutters and has it read as `side_by_side` does. What best shares the rows out is found by `fused_search`, from what
  `fused_words` tells of widths and links.
"""
