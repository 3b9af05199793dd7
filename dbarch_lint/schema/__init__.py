"""The replayed schema for people: as text, as a diagram, as what lies between two points of the history."""
