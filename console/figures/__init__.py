"""The room's figures as rows.

choices  the bias meter (B6) as rows: how often the nearest went, what passing over it cost, and why it was
contact  direct contact (A46) and cards of information (A53, A96) as rows
values   values of the server's document `indicators`, read without trust: what is strange is nothing
view     the indicators as rows, for the shift and for the week
"""
