"""The map of units and incidents; no streets.

viewport    which stretch of the earth is in view, in metres
tracks      where units came from, hence where they are heading
canvas      cells with signs over a layer of braille dots
labels      names beside signs, without overlap
scale       a round length that fits
markers     what is to be drawn, most important first
view        all of it as rows; `panel` shows them
"""
