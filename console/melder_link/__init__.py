"""The melder's link as it is read out and sent.

card     the document behind `link 417` as a picture to read out
letters  the letters and digits of a link's code, four columns wide and three rows high, from half blocks
view     the melder's link over the screen: the code large and in groups to read out
"""
