"""Comparing two documents by their keys and types."""

from __future__ import annotations

from typing import Any


def differences(real: Any, ours: Any, at: str = "", filled: bool = False) -> list[str]:
    """Where two answers differ in keys or types; null fits everything, of a list the first counts.

    `filled`: a list that holds something there may not be empty here, as nothing would be compared then.
    """
    if real is None or ours is None:
        return []
    if type(real) is not type(ours):
        return [f"{at}: {type(real).__name__} is {type(ours).__name__} here"]
    if isinstance(real, dict):
        found = [f"{at}.{k} is missing" for k in real.keys() - ours.keys()]
        found += [f"{at}.{k} is too much" for k in ours.keys() - real.keys()]
        shared = real.keys() & ours.keys()
        return found + [d for k in shared for d in differences(real[k], ours[k], f"{at}.{k}", filled)]
    if isinstance(real, list) and real and ours:
        return differences(real[0], ours[0], f"{at}[]", filled)
    return [f"{at} is empty here"] if filled and isinstance(real, list) and real else []
