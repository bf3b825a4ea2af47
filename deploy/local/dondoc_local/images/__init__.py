"""Container images without a container engine: a base of our own from a jlink runtime and what it needs of this machine, and checks of what came out."""
