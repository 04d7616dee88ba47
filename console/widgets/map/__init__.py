"""The map of units and incidents on the streets of the town.

viewport    which stretch of the earth is in view, in metres
tracks      where units came from, hence where they are heading
canvas      cells with signs over a layer of braille dots
labels      names beside signs, without overlap
scale       a round length that fits
markers     what is to be drawn, most important first
looks       how each kind of line looks, and from which zoom on
dots        segments on the earth to dots on the map
streets     the rasteriser: the town as a picture, remembered for a viewport
naming      where the names of streets fit
reached     which dots are reached in time
margin      the scale, whose data it is, and what the tones of reach mean
under       that picture, under whatever moves
view        all of it as rows; `panel` shows them
"""
