"""How the reader model is made. Nothing in `src` imports this."""
