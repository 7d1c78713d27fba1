"""A standing group: who belongs to it, what it settled, whose turn it is, what it did.

Pure: no disk, no screen, no clock. As with a meeting, a `Group` is an immutable value and every act a function
`(group, …) -> group`, or `Refused`.
"""
