"""Widgets that the screens share. They show what they are given and know no meeting of their own."""
