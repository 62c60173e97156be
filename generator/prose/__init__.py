"""The one dialect of prose: Markdown fields become one small tree; site, PDF and checks walk it."""
