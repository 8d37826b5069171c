"""Pictures of every state of the window: checked for flaws, compared with the stored ones.

`python -m tests.visual` says what is wrong, `python -m tests.visual --update` stores the pictures
anew. `test_pictures.py` does the former for pytest.
"""
