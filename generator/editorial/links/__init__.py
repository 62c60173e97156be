"""Whether the addresses of the report still answer: asked over the network, by command only."""
