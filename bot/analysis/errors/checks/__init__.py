"""The checks, one a file. Each file declares one check or a family that shares one method."""
