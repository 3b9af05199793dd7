"""Speed and memory, each figure by a command that anyone can run: `make bench`."""
