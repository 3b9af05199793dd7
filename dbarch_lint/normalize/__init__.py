"""Normal forms, done formally: dependencies, keys, verdicts, decompositions with proofs, and questions from data."""
