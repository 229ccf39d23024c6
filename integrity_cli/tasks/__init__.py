"""One file a command: what happens in which order. Nothing here prints, exits or reads the environment."""
