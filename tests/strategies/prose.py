"""Running prose for pages of columns: sentences that go on, in words that call for each other."""

STORY = (
    "The harbour board met on Monday to hear why the second dock, begun nine years ago and twice as dear "
    "as the first, still holds no water. Its engineer said that the clay under the eastern wall had moved "
    "in the winter, that the pumps ordered from abroad were late, and that nobody could promise more than "
    "hard work. The members listened, asked how much had been spent, and were told that the books would be "
    "laid before them when the clerk, who is ill, returns to his desk. Meanwhile the ships lie in the roads "
    "and pay for lighters, and the merchants who own them have written once more to the minister. "
)

MORE = (
    "Nobody knew who had written the letter, but those who read it said that it must have come from the north, where "
    "the snow lay deep and the mails were late. The mayor answered that he would not wait for a second one. When the "
    "carriage came back in the evening it was empty, and the driver, a quiet man, told the crowd at the bridge what "
    "he had seen on the road. A week later the schools were opened again and the market was held as usual, although "
    "the price of bread had doubled. His daughter wrote to the paper that the story was not true, and asked to be "
    "left alone. It was the last that was heard of the matter until spring. "
)

HAN = (
    "港务局星期一开会听取汇报第二船坞开工已经九年造价是第一船坞的两倍至今仍然不能使用工程师说东墙下面的黏土"
    "在冬天移动了从国外订购的水泵迟迟没有运到谁也不能作出保证委员们听了报告询问已经花费多少经费答复是账目"
    "要等生病的职员回来以后才能提交大会审查与此同时船只停泊在港外货主们不得不雇用驳船并且再次写信给部长"
)

GERMAN = (
    "Der Hafenrat trat am Montag zusammen, um zu hören, weshalb das zweite Dock noch immer kein Wasser hält. "
    "Der Ingenieur sagte, daß sich der Lehm unter der östlichen Mauer im Winter bewegt habe und daß die im "
    "Ausland bestellten Pumpen zu spät gekommen seien. Die Mitglieder hörten zu, fragten nach den Kosten und "
    "erfuhren, daß die Bücher erst vorgelegt werden, wenn der Schreiber wieder gesund ist. Unterdessen liegen "
    "die Schiffe auf der Reede, und die Kaufleute haben noch einmal an den Minister geschrieben."
)

VINEYARD = (
    "The vineyards above the lake were sprayed twice this spring, and the growers expect grapes in plenty if the hail "
    "keeps away. Cellars are full of last autumn's wine, which sells slowly; innkeepers pay less for a barrel than "
    "before, and several growers have pulled up old vines to plant potatoes. The agricultural college recommends "
    "American rootstock, which withstands the louse, but grafting costs money that few growers have. "
)
