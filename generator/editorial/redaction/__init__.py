"""Personal data taken out of content and frozen editions, with a mark in its place."""
