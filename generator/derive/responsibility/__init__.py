"""Who is responsible for what, what is due from whom, and what came."""
