"""The preview on this computer."""
