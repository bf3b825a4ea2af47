"""Đôn Đốc on one machine: the parts it needs, their processes, the domain clock. Standard library only."""
