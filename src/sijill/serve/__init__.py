"""People and programs: the command line, and what it prints, marks and exports.

Reads the book and writes views of it; nothing here changes what the register holds except through `sijill.run`.
"""
