"""Tests of samples/load: python3 -m unittest discover -s samples -t samples"""
