"""Rows and stories → pages made of blocks. Pure: no database, no Qt."""
