"""Articles: a page taken apart into its headlines, bylines and bodies, and what it prints besides. In the order of reading:

`drop_page_furniture` is in `furniture`, which knows dates, folios and imprints (those of Chinese pages are in `han_furniture`).

`articles` is in `assembly`. It cleans a page and takes what comes out apart:

- `pieces` are the blocks of the clean page, parted where a byline, a headline or a running head was joined with them; `measures` makes
  numbers of the lines that each was printed in (their widths in `ems`) and reads their words (`affinity`).
- `kinds` says what each block is. By itself it may be a byline, a dateline, a caption or a credit (`signs`, `latin_pictures`), or set as
  a headline is. Its `neighbours` tell the rest: `headings` (`latin_headings`; `no_headings` are short Chinese lines of lists and
  interviews), names alone that are bylines (`latin_authors`), and the titles of the items that `round_ups` consist of.
- `display` puts lines of one headline together (`latin_heads`: kickers, headlines and decks of Latin print) and weighs whether
  they are one or a subhead.
- `layout` settles where articles begin and which headline heads which, for the whole page at once: `segmentation` weighs each
  beginning apart from headlines, `bylines` tells which of them open an article, `fitting` how well a headline's words go with the text below,
  and `assignment` finds the best set of pairs.
- `composition` makes an article (`model`) of the blocks that belong to it.

`join_continued`, in `continuation`, puts together what jump lines part over several pages.
"""
