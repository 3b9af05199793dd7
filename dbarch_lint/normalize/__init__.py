"""Normal forms, done formally: dependencies, keys, verdicts, decompositions with their proofs, and questions from data."""
